// The mock messenger's SDK, as a site includes it:
//   <script defer src="http://127.0.0.1:5101/packs/js/sdk.js" data-oxvo-base-url="…" data-oxvo-website-token="…"></script>
// It draws the launcher and the panel, holds the messenger's frame, and gives the page window.oxvo. Styles are a constructed
// sheet in a shadow root: the site's CSP needs no 'unsafe-inline', and the site's own CSS cannot reach in.
(() => {
  if (window.oxvo) return;
  const { oxvoBaseUrl, oxvoWebsiteToken } = document.currentScript.dataset;
  const base = new URL(oxvoBaseUrl ?? document.currentScript.src).origin;

  const css = `
    :host { all: initial; color-scheme: light dark; --accent: light-dark(oklch(0.5 0.17 265), oklch(0.72 0.12 265));
      --on-accent: light-dark(#fff, oklch(0.2 0.05 265)); --surface: light-dark(#fff, oklch(0.21 0.012 265)); }
    button { position: fixed; right: calc(20px + env(safe-area-inset-right)); bottom: calc(20px + env(safe-area-inset-bottom));
      z-index: 2147483000; width: 56px; height: 56px; padding: 0; border: 0; border-radius: 50%; cursor: pointer;
      color: var(--on-accent); background: var(--accent); box-shadow: 0 4px 16px rgb(0 0 0 / .24); transition: scale 140ms ease-out; }
    button:hover { scale: 1.05; }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
    svg { display: block; width: 28px; height: 28px; margin: auto; fill: none; stroke: currentColor; stroke-width: 1.75;
      stroke-linecap: round; stroke-linejoin: round; }
    button[aria-expanded=true] .chat, button[aria-expanded=false] .down { display: none; }
    section { position: fixed; right: calc(20px + env(safe-area-inset-right)); bottom: 88px; z-index: 2147483000;
      width: 400px; height: calc(90% - 84px); min-height: 250px; max-height: 640px; overflow: hidden;
      border-radius: 16px; background: var(--surface); box-shadow: 0 8px 40px rgb(0 0 0 / .2), 0 0 0 1px rgb(128 128 128 / .16); }
    /* Out of sight by being moved away, not by visibility alone: so an app inside learns it from its IntersectionObserver. */
    section:not([data-open]) { bottom: -20000px; visibility: hidden; }
    section[data-open] { animation: rise 160ms ease-out; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    @media (max-width: 667px) {
      section { inset: auto 0 0 0; width: 100%; height: 100dvh; max-height: none; box-sizing: border-box; border-radius: 0;
        padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left); }
      button[aria-expanded=true] { visibility: hidden; }
    }
    @media (prefers-reduced-motion: reduce) { section[data-open] { animation: none; } button { transition: none; } }`;

  const element = (name, attributes, ...children) => {
    const made = name === 'svg' || name === 'path' ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const launcher = element('button', { type: 'button', 'aria-label': 'Chat', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    element('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      element('path', { class: 'chat', d: 'M12 4c4.7 0 8.5 3.2 8.5 7.2s-3.8 7.2-8.5 7.2c-1 0-2-.2-2.9-.4L4.7 20l.9-3.6C4.3 15 3.5 13.2 3.5 11.2 3.5 7.2 7.3 4 12 4ZM8.5 11.2h.01M12 11.2h.01M15.5 11.2h.01' }),
      element('path', { class: 'down', d: 'm6 9.5 6 6 6-6' })));
  const frame = element('iframe', {
    src: `${base}/widget?website_token=${encodeURIComponent(oxvoWebsiteToken ?? '')}`, title: 'Chat (simulated OXVO messenger)',
    // Not no-referrer: with that a browser may hide this page's origin from location.ancestorOrigins of the app inside.
    referrerpolicy: 'strict-origin',
    // What the messenger may pass on to an app: each app's frame gets no more than its template needs.
    allow: 'autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture',
  });
  const panel = element('section', { id: 'panel', 'aria-label': 'Chat' }, frame);

  const host = element('oxvo-messenger', {});
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(panel, launcher);

  let isOpen = false, isReady = false, calls = 0;
  const waiting = [], answers = new Map();
  const announce = (type, detail) => window.dispatchEvent(new CustomEvent(type, { detail }));
  const log = (type, outcome, why, data) => announce('oxvo:mock-message',
    { at: Date.now(), from: outcome === 'accepted' ? 'B' : '?', to: 'A', type, outcome, why, data });

  const tell = (message) => {
    if (isReady) frame.contentWindow.postMessage({ source: 'oxvo-sdk', ...message }, base);
    else waiting.push(message);
  };
  const ask = (message) => new Promise((answered) => {
    const call = ++calls;
    answers.set(call, answered);
    tell({ ...message, call });
  });

  const heard = {
    ready() {
      isReady = true;
      waiting.splice(0).forEach(tell);
      log('ready', 'accepted', 'From the messenger’s frame and origin: its page is up.');
      announce('oxvo:ready');
    },
    close() {
      log('close', 'accepted', 'The visitor closed the panel from inside.');
      api.close();
    },
    answer({ call }) {
      answers.get(call)?.();
      answers.delete(call);
    },
    log: ({ entry }) => announce('oxvo:mock-message', entry),
  };
  window.addEventListener('message', ({ data, origin, source }) => {
    if (data?.source !== 'oxvo-frame') return;
    if (origin !== base) return log(String(data.type), 'ignored', `Came from ${origin}, not from the messenger’s origin.`);
    if (source !== frame.contentWindow) return log(String(data.type), 'ignored', 'Came from another window than the messenger’s frame.');
    if (Object.hasOwn(heard, data.type)) heard[data.type](data);
  });
  frame.addEventListener('load', () => frame.contentWindow.postMessage({ source: 'oxvo-sdk', type: 'start' }, base));

  const show = (open, app) => {
    if (isOpen === open && !app) return;
    const changed = isOpen !== open;
    isOpen = open;
    panel.toggleAttribute('data-open', open);
    launcher.setAttribute('aria-expanded', String(open));
    tell({ type: open ? 'opened' : 'closed', app });
    if (open) frame.focus();
    else launcher.focus();
    if (changed) announce(open ? 'oxvo:opened' : 'oxvo:closed');
  };

  const ready = new Promise((resolve) => window.addEventListener('oxvo:ready', () => resolve(), { once: true }));
  const api = window.oxvo = {
    /** Resolves once the messenger can be used. Calls made earlier are kept until then. */
    ready: () => ready,
    /** Who the visitor is. The promise is the mock's own: it resolves when the messenger has taken it in. */
    identify: (identifier, attributes = {}) => ask({ type: 'identify', user: { ...attributes, identifier } }),
    /** Call this when your visitor signs out: the chat becomes an anonymous visitor's. */
    reset: () => ask({ type: 'reset' }),
    /** {app} is the mock's own: the key of an app to open at once. */
    open: ({ app } = {}) => show(true, app),
    close: () => show(false),
    toggle: () => show(!isOpen),
    /** The mock's own: what real hosts do differently. See current-user.js for the switches. */
    mock: (switches) => ask({ type: 'mock', switches }),
  };

  launcher.addEventListener('click', api.toggle);
  shadow.addEventListener('keydown', (event) => { if (event.key === 'Escape') api.close(); });
  document.body.append(host);
})();
