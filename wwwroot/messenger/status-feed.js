const minute = 60, patience = 15_000;

/**
 * One status page, as our server reads it. Asks only while somebody looks, and then when the server says that there can be
 * something new: once a minute. phase is 'loading', 'ready' or 'unavailable'.
 */
export function createStatusFeed({ key, onChange }) {
  let query = '', round = 0, timer = 0, isWatched = false, nextAt = 0, now = nothing();

  function tell(changes) {
    now = { ...now, ...changes };
    onChange(now);
  }

  async function ask() {
    const own = ++round;
    let wait = minute;
    // Counted from the question, so that slow answers do not make questions more frequent than one a minute.
    const askedAt = Date.now();
    nextAt = Infinity;
    tell({ isAsking: true });
    try {
      const response = await fetch(`/status/${encodeURIComponent(key)}${query}`, { signal: AbortSignal.timeout(patience) });
      if (!response.ok) throw new Error(`status: ${response.status}`);
      const { reading, refresh_after_seconds } = await response.json();
      if (own !== round) return;
      wait = Math.max(1, refresh_after_seconds);
      now = { ...now, reading, at: Date.now(), isStale: Boolean(reading?.stale), phase: reading ? 'ready' : 'unavailable' };
    } catch {
      if (own !== round) return;
      // What was shown stays, as the last that is known.
      now = { ...now, isStale: true, phase: now.reading ? 'ready' : 'unavailable' };
    }
    nextAt = askedAt + wait * 1000;
    tell({ isAsking: false });
    plan();
  }

  function plan() {
    clearTimeout(timer);
    if (isWatched && nextAt !== Infinity) timer = setTimeout(ask, Math.max(0, nextAt - Date.now()));
  }

  return {
    get now() { return now; },
    /** Whether somebody looks at it: the panel is open, its tab is visible, and the home screen or the details are in view. */
    watch(watched) {
      isWatched = watched;
      plan();
    },
    /** Another scenario of the mock providers: what was read belongs to the last one. */
    play(scenario) {
      query = scenario ? `?${new URLSearchParams(scenario)}` : '';
      round++;
      nextAt = 0;
      now = nothing();
      tell({});
      plan();
    },
    /** A person asks. */
    retry() {
      if (!now.isAsking) ask();
    },
  };
}

const nothing = () => ({ phase: 'loading', reading: null, at: 0, isStale: false, isAsking: false });
