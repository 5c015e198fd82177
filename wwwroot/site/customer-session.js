// Who is signed in on Acme, as its own backend says. Other tabs are told, and a tab that comes into view asks again, so that
// signing in on /sign-in reaches the page with the chat without a reload.

export function createCustomerSession() {
  const tabs = new BroadcastChannel('acme-session');
  const listeners = [];
  let customer = null;
  let asked = 0;
  /** The demo's "let the session end unnoticed": the page goes on as if nobody had left. */
  let hasEndedUnnoticed = false;

  async function refresh() {
    const own = ++asked;
    const response = await fetch('/demo/session');
    if (!response.ok) return;
    const next = response.status === 204 ? null : await response.json();
    if (own !== asked || (hasEndedUnnoticed && !next)) return; // asked again since, or meant to go unnoticed
    await become(next);
  }

  async function become(next) {
    const previous = customer;
    const hasReturned = hasEndedUnnoticed;
    hasEndedUnnoticed = false;
    customer = next;
    if (hasReturned || previous?.identifier !== next?.identifier) await Promise.all(listeners.map((tell) => tell(next, previous)));
  }

  async function change(request) {
    const response = await fetch('/demo/session', request);
    if (!response.ok) return false;
    hasEndedUnnoticed = false;
    tabs.postMessage('changed');
    return true;
  }

  tabs.addEventListener('message', () => refresh().catch(offline));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh().catch(offline); });

  return {
    get customer() { return customer; },
    onChange: (listener) => listeners.push(listener),
    refresh,
    /** False for an identifier that nobody has. */
    async signIn(identifier) {
      const isDone = await change({ method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ identifier }) });
      if (isDone) await refresh();
      return isDone;
    },
    async signOut() {
      if (!(await change({ method: 'DELETE' }))) return;
      asked++; // what is still on its way was said before
      await become(null); // without asking again, which could fail and leave the messenger to the last customer
    },
    async endUnnoticed() {
      const response = await fetch('/demo/session', { method: 'DELETE' });
      hasEndedUnnoticed = response.ok;
      return response.ok;
    },
  };
}

// Nothing to do: the next look at the tab asks again.
function offline() {}
