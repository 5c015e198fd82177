import { tellCurrentUser } from './current-user.js';
import { createTrouble } from './app-trouble.js';
import { log } from './site-link.js';

const stage = document.querySelector('#stage');
const heading = document.querySelector('#app-title');
const patience = 10_000, coverFor = 400;

/**
 * An app in the panel. Each opening is a frame of its own: nothing of the last app, or of its last visitor, can be left in it.
 * Where the browser will not show it, or it does not load, a page of ours says so and leads to it in a new tab.
 */
export function createAppView({ contact }) {
  let open = null;
  const trouble = createTrouble({ onRetry: () => show(open.app, open.switches) });

  async function show(app, switches, takesFocus = true) {
    leave();
    const { made } = app;
    const own = open = { app, switches, frame: makeFrame(app), timers: [] };
    heading.textContent = app.title;
    if (takesFocus) heading.focus();
    stage.dataset.state = 'loading';
    if (made.identifier) {
      await contact.settled();
      if (own !== open) return;
    }
    own.frame.src = addressFor(made, contact.current);
    own.frame.addEventListener('load', () => loaded(own), { once: true });
    stage.append(own.frame);
    log('B', 'C', 'open', 'sent', `${app.title} in a new frame: ${made.address}${made.identifier
      ? ` The identifier goes along as ${made.identifier.name} in its ${made.identifier.in}: a claim, not yet proved.` : ''}`);
    if (made.wants_current_user) own.telling = tellCurrentUser({ frame: own.frame, address: made.address, contact, switches });
    own.timers.push(setTimeout(() => stop(own, { kind: 'slow' }), patience));
    judge(own);
  }

  // A frame that the browser refuses fires load like any other, so what it will do is asked of our server, which sees the headers.
  async function judge(own) {
    const { address } = own.app.made;
    let verdict = null;
    try {
      const response = await fetch(`/api/apps/${encodeURIComponent(own.app.key)}/embed`, { signal: AbortSignal.timeout(patience) });
      if (response.ok) verdict = await response.json();
    } catch { /* our server is silent too: most likely there is no network */ }
    // Nothing answered our server, perhaps behind a proxy, or our server says nothing: then whether anything does is the
    // browser's to find out. Only then, because an app may forbid that question (Cross-Origin-Resource-Policy) and be
    // shown all the same.
    const isOpen = verdict === null || (verdict.outcome === 'unknown' && verdict.address === null);
    const isSilent = isOpen && !(await answers(address));
    if (own !== open) return;
    own.isJudged = true;
    // Of what works, only the app that is being tried is worth a line.
    if (verdict && (verdict.outcome !== 'allowed' || own.app.key === 'yours'))
      log('B', 'C', 'embed check', verdict.outcome === 'blocked' ? 'ignored' : 'accepted', verdict.summary, verdict.findings);
    if (verdict?.outcome === 'blocked') stop(own, { kind: 'blocked', verdict });
    else if (isSilent) stop(own, { kind: 'unreachable' });
    else if (own.isLoaded) uncover(own);
  }

  function loaded(own) {
    own.isLoaded = true;
    clearTimeout(own.timers.shift());
    if (own.isJudged) uncover(own);
    else own.timers.push(setTimeout(() => uncover(own), coverFor));
  }

  function uncover(own) {
    if (own === open && stage.dataset.state === 'loading') stage.dataset.state = 'shown';
  }

  function stop(own, why) {
    if (own !== open || own.isStopped) return;
    own.isStopped = true;
    own.timers.forEach(clearTimeout);
    own.telling?.end();
    own.frame.remove();
    stage.dataset.state = why.kind;
    trouble.show(own.app, why);
  }

  function leave() {
    open?.telling?.end();
    open?.timers.forEach(clearTimeout);
    open?.frame.remove();
    trouble.hide();
    delete stage.dataset.state;
    open = null;
  }

  return {
    get app() { return open?.app ?? null; },
    show,
    leave,
    /** Whether this is the window of the app in view. */
    isWindow: (source) => Boolean(open?.frame.contentWindow) && source === open.frame.contentWindow,
    contactChanged() {
      if (open?.app.made.identifier) show(open.app, open.switches, false);
      else open?.telling?.contactChanged();
    },
  };
}

async function answers(address) {
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}

function makeFrame({ title, made }) {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = made.allow;
  frame.referrerPolicy = made.referrer_policy;
  return frame;
}

/** Some forms take the identifier in their address, where whoever set them up asked for that. */
function addressFor({ address, identifier }, contact) {
  if (!identifier || contact.identifier === null) return address;
  const filled = new URL(address);
  if (identifier.in === 'query') filled.searchParams.set(identifier.name, contact.identifier);
  else {
    const fragment = new URLSearchParams(filled.hash.slice(1));
    fragment.set(identifier.name, contact.identifier);
    filled.hash = fragment;
  }
  return filled.href;
}
