const patience = 20_000;

/** One question to our own server: {ok, status, body}. It never throws; status 0 is that no answer came. */
export async function ask(method, path, body) {
  try {
    const response = await fetch(path, {
      method, signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: text ? JSON.parse(text) : null };
  } catch {
    return { ok: false, status: 0, body: null };
  }
}

/** Why it did not work, in words for a person. */
export function troubleOf({ status }) {
  if (status === 0) return navigator.onLine ? 'The server did not answer.' : 'You are offline.';
  if (status === 404) return 'It was deleted in another tab.';
  if (status === 403) return 'The server takes changes from this page alone, and this browser did not say where it is.';
  return 'The server has a problem right now.';
}
