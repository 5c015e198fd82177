// The mock messenger's SDK, as a site includes it:
//   <script defer src="http://127.0.0.1:5101/packs/js/sdk.js"
//     data-oxvo-base-url="…" data-oxvo-website-token="…"></script>
// It draws the launcher and the panel, holds the messenger's frame, and gives the page window.oxvo. Names are those of
// https://docs.oxvo.com/guides/sdk/messenger/methods-reference; what is not simulated says so on the console, once.
// Styles are a constructed sheet in a shadow root: the site's CSP needs no 'unsafe-inline', and the site's own CSS
// cannot reach in.
(() => {
  if (window.oxvo) return;
  const { src, dataset: tag = {} } = document.currentScript ?? {};
  let base = null, token = null;

  const css = `
    :host { all: initial; color-scheme: light dark; --accent: light-dark(oklch(0.5 0.17 265), oklch(0.72 0.12 265));
      --on-accent: light-dark(#fff, oklch(0.2 0.05 265)); --surface: light-dark(#fff, oklch(0.21 0.012 265)); }
    :host([data-theme=light]) { color-scheme: light; }
    :host([data-theme=dark]) { color-scheme: dark; }
    [hidden] { display: none !important; }
    button { position: fixed; right: calc(20px + env(safe-area-inset-right));
      bottom: calc(20px + env(safe-area-inset-bottom)); z-index: 2147483000; display: flex; align-items: center;
      justify-content: center; gap: 8px; min-width: 56px; max-width: calc(100% - 40px); height: 56px; padding: 0;
      border: 0; border-radius: 28px; cursor: pointer; color: var(--on-accent); background: var(--accent);
      box-shadow: 0 4px 16px rgb(0 0 0 / .24); transition: scale 140ms ease-out; }
    button:hover { scale: 1.05; }
    @media (forced-colors: active) { button, section { outline: 1px solid; } }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
    button:has(span:not(:empty)) { padding: 0 20px 0 16px; }
    span { overflow: hidden; font: 600 1rem/1.5 system-ui, sans-serif; white-space: nowrap; text-overflow: ellipsis; }
    span:empty { display: none; }
    svg { flex: none; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.75;
      stroke-linecap: round; stroke-linejoin: round; }
    button[aria-expanded=true] .chat, button[aria-expanded=false] .down { display: none; }
    section { position: fixed; right: calc(20px + env(safe-area-inset-right)); bottom: 88px; z-index: 2147483000;
      width: 400px; height: calc(90% - 84px); min-height: 250px; max-height: 640px; overflow: hidden;
      border-radius: 16px; background: var(--surface);
      box-shadow: 0 8px 40px rgb(0 0 0 / .2), 0 0 0 1px rgb(128 128 128 / .16); }
    :host([data-position=left]) :is(button, section) { right: auto; left: calc(20px + env(safe-area-inset-left)); }
    /* Out of sight by being moved away, not by visibility alone: so an app inside learns it from its
       IntersectionObserver. */
    section:not([data-open]) { bottom: -20000px; visibility: hidden; }
    section[data-open] { animation: rise 160ms ease-out; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    @media (max-width: 667px) {
      section, :host([data-position=left]) section { inset: auto 0 0 0; width: 100%; height: 100dvh; max-height: none;
        box-sizing: border-box; border-radius: 0; padding: env(safe-area-inset-top) env(safe-area-inset-right)
        env(safe-area-inset-bottom) env(safe-area-inset-left); }
      button[aria-expanded=true] { visibility: hidden; }
    }
    @media (prefers-reduced-motion: reduce) { section[data-open] { animation: none; } button { transition: none; } }`;

  const element = (name, attributes, ...children) => {
    const isDrawing = name === 'svg' || name === 'path';
    const made = isDrawing ? document.createElementNS('http://www.w3.org/2000/svg', name)
      : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const label = element('span', {});
  const bubble = 'M12 4c4.7 0 8.5 3.2 8.5 7.2s-3.8 7.2-8.5 7.2c-1 0-2-.2-2.9-.4L4.7 20l.9-3.6C4.3 15 3.5 13.2 3.5 11.2 '
    + '3.5 7.2 7.3 4 12 4ZM8.5 11.2h.01M12 11.2h.01M15.5 11.2h.01';
  const launcher = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    element('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      element('path', { class: 'chat', d: bubble }), element('path', { class: 'down', d: 'm6 9.5 6 6 6-6' })), label);
  const frame = element('iframe', {
    title: 'Chat (simulated OXVO messenger)',
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

  let isOpen = false, isReady = false, calls = 0, focused = null;
  const waiting = [], answers = new Map(), said = new Set();
  // A window of the messenger's own, told what the frame is told: of what was said before, the last of each kind.
  let popout = null, openedInPopout = null;
  const kept = new Map();
  const announce = (type, detail) => window.dispatchEvent(new CustomEvent(type, { detail }));

  const say = (words) => {
    if (said.has(words)) return;
    said.add(words);
    console.info(`Simulated OXVO messenger: ${words}`);
  };
  const show = (value) => (typeof value === 'string' ? JSON.stringify(value) : String(value));
  const fail = (message) => {
    console.error(`Simulated OXVO messenger: ${message}`);
    announce('oxvo:error', { message });
  };

  const tell = (message) => {
    if (!isReady) return waiting.push(message);
    keep(message);
    try {
      frame.contentWindow.postMessage({ source: 'oxvo-sdk', ...message }, base);
    } catch {
      answers.get(message.call)?.();
      fail(`${message.type}: only plain data can be sent (texts, numbers, lists, objects).`);
    }
  };
  const keep = (message) => {
    const { type } = message;
    const isKept = ['identify', 'settings', 'mock', 'thread'].includes(type);
    if (type === 'reset') ['identify', 'thread'].forEach((each) => kept.delete(each));
    if (isKept) kept.set(type, message);
    if (isKept || ['attributes', 'reset'].includes(type)) tellPopout(message);
  };
  const tellPopout = (message) => {
    try {
      popout?.postMessage({ source: 'oxvo-sdk', ...message }, base);
    } catch { /* said by the frame */ }
  };
  const ask = (message) => new Promise((answered) => {
    const call = ++calls;
    answers.set(call, answered);
    tell({ ...message, call });
  });
  const log = (type, outcome, why, data) => {
    const entry = { at: Date.now(), from: outcome === 'accepted' ? 'B' : '?', to: 'A', type, outcome, why, data };
    announce('oxvo:mock-message', entry);
    tell({ type: 'record', entry });
  };

  const settings = {
    position: 'right', theme: 'auto', launcherTitle: '', launcherVisible: true, showPopoutButton: false,
    welcomeTitle: '', welcomeDescription: '',
  };
  const choices = {
    position: ['left', 'right'], theme: ['light', 'dark', 'auto'], launcherVisible: [true, false],
    showPopoutButton: [true, false],
  };

  /** Takes what is documented and fits, and says what it does not take. */
  function take(given) {
    for (const [name, value] of Object.entries(given ?? {})) {
      if (value === undefined) continue;
      const fits = choices[name] ?? ['a text'];
      if (name === 'locale') {
        if (!/^en\b/i.test(value)) say(`locale is ${show(value)}, and it speaks English only.`);
      } else if (!Object.hasOwn(settings, name)) say(`the setting ${name} is not simulated.`);
      else if (choices[name] ? fits.includes(value) : typeof value === 'string') settings[name] = value;
      else say(`${name} is ${show(value)}, which changes nothing. Use ${fits.join(' or ')}.`);
    }
    apply();
  }

  function apply() {
    host.dataset.position = settings.position;
    host.dataset.theme = settings.theme;
    launcher.hidden = !settings.launcherVisible;
    label.textContent = settings.launcherTitle;
    if (settings.launcherTitle) launcher.removeAttribute('aria-label');
    else launcher.setAttribute('aria-label', 'Chat');
    const { theme, showPopoutButton, welcomeTitle, welcomeDescription } = settings;
    tell({ type: 'settings', settings: { theme, showPopoutButton, welcomeTitle, welcomeDescription } });
  }

  const address = () => `${base}/widget?website_token=${encodeURIComponent(token)}`;

  function start(baseUrl, websiteToken) {
    const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : null;
    if (token) {
      if (websiteToken !== token || origin !== base)
        say('it runs already: another baseUrl or websiteToken changes nothing.');
    } else if (!origin) fail(`baseUrl is ${show(baseUrl)}. Write it as http://127.0.0.1:5101.`);
    else if (!websiteToken) fail('websiteToken is missing. Copy it from the messenger’s installation.');
    else {
      [base, token] = [origin, String(websiteToken)];
      frame.src = address();
      if (document.body) document.body.append(host);
      else window.addEventListener('DOMContentLoaded', () => document.body.append(host), { once: true });
    }
  }

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
    answer({ call, trouble, isFault }) {
      if (trouble) (isFault ? fail : say)(trouble);
      answers.get(call)?.();
      answers.delete(call);
    },
    /** Without noopener: the portal inside has only this page, as its window's opener, to ask for proof. */
    popout({ app, isInChat }) {
      popout = window.open(address(), 'oxvo-popout', 'popup,width=400,height=640');
      openedInPopout = { type: 'opened', app, isInChat };
      if (!popout) return say('the browser did not let it open a window of its own.');
      log('popout', 'accepted', 'The visitor opened the messenger in a window of its own. This page is its opener.');
      api.close();
    },
    /** What was written moves into the other window by way of this page's memory: nothing keeps it. */
    thread: ({ of, visitor, messages }) => keep({ type: 'thread', of, visitor, messages }),
    event: ({ name, detail }) => announce(`oxvo:${name}`, detail),
    fault: ({ message }) => fail(message),
    log: ({ entry }) => announce('oxvo:mock-message', entry),
  };
  const heardFromPopout = {
    ready() {
      kept.forEach(tellPopout);
      tellPopout(openedInPopout);
    },
    close: () => popout.close(),
    thread: ({ of, visitor, messages }) => tell({ type: 'thread', of, visitor, messages }),
    event: heard.event,
    log: heard.log,
  };
  window.addEventListener('message', ({ data, origin, source }) => {
    const type = String(data?.type);
    // An app's question to this page goes past the messenger: its log is told of it.
    if (data?.source === 'portal') tell({ type: 'portal', origin, said: type.slice(0, 60), nonce: String(data.nonce) });
    if (data?.source !== 'oxvo-frame') return;
    if (origin !== base) return log(type, 'ignored', `Came from ${origin}, not from the messenger’s origin.`);
    const isPopout = popout !== null && source === popout;
    if (source !== frame.contentWindow && !isPopout)
      return log(type, 'ignored', 'Came from another window than the messenger’s frame.');
    const handlers = isPopout ? heardFromPopout : heard;
    if (Object.hasOwn(handlers, type)) handlers[type](data);
  });
  frame.addEventListener('load', () => {
    if (!base) return;
    frame.contentWindow.postMessage({ source: 'oxvo-sdk', type: 'start' }, base);
    // A frame that the browser refuses loads too, and never answers.
    setTimeout(() => {
      if (!isReady) fail(`its frame does not answer. Start the mock with --site ${location.origin}.`);
    }, 8000);
  });

  const turn = (open, app) => {
    if (isOpen === open && !app) return;
    const changed = isOpen !== open;
    if (changed && open) focused = document.activeElement;
    isOpen = open;
    panel.toggleAttribute('data-open', open);
    launcher.setAttribute('aria-expanded', String(open));
    // Before the messenger is told, whose page then moves the focus in it: the other way round Firefox leaves it here.
    if (open) frame.focus();
    else if (settings.launcherVisible) launcher.focus();
    else focused?.focus?.();
    tell({ type: open ? 'opened' : 'closed', app });
    if (changed) announce(open ? 'oxvo:opened' : 'oxvo:closed');
  };

  const events = ['ready', 'error', 'opened', 'closed', 'postback', 'on-message', 'on-start-conversation',
    'on-conversation', 'on-contact'];

  /** A documented key, such as onMessage, on-message or oxvo:on-message, as the window's event. */
  const nameEvent = (key) => {
    const name = String(key).replace(/^oxvo:/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!events.includes(name)) say(`there is no event ${show(key)}. Use ${events.join(', ')}.`);
    if (name === 'postback') say('postback is not simulated: the event never comes.');
    return `oxvo:${name}`;
  };
  const listen = (key, handler, options) => {
    if (typeof handler === 'function') window.addEventListener(nameEvent(key), handler, options);
    else say(`a handler of ${show(key)} must be a function.`);
  };
  const set = (call, attributes) => {
    if (attributes && typeof attributes === 'object') return ask({ type: 'attributes', by: call, attributes });
    say(`${call} takes an object, such as { plan: 'pro' }.`);
    return Promise.resolve();
  };

  const ready = new Promise((resolve) => window.addEventListener('oxvo:ready', () => resolve(), { once: true }));
  const api = window.oxvo = {
    /** Starts it where the script's tag names no website token; after that, changes its settings. */
    init(options) {
      const { baseUrl = base ?? src, websiteToken = token, settings: nested, ...flat } = options ?? {};
      start(baseUrl, websiteToken);
      take({ ...flat, ...nested });
      return ready;
    },
    /** Resolves once the messenger can be used. Calls made earlier are kept until then. */
    ready: () => ready,
    /** Who the visitor is. The promise is the mock's own: it resolves when the messenger has taken it in. */
    identify: (identifier, attributes = {}) => ask({ type: 'identify', user: { ...attributes, identifier } }),
    /** Call this when your visitor signs out: the chat becomes an anonymous visitor's. */
    reset: () => ask({ type: 'reset' }),
    setAttributes: (attributes) => set('setAttributes', attributes),
    setConversationAttributes: (attributes) => set('setConversationAttributes', attributes),
    /** {app} is the mock's own: the key of an app to open at once. */
    open: (options) => turn(true, options?.app),
    close: () => turn(false),
    toggle: () => turn(!isOpen),
    on: (key, handler) => listen(key, handler),
    once: (key, handler) => listen(key, handler, { once: true }),
    off: (key, handler) => window.removeEventListener(nameEvent(key), handler),
    /** The mock's own: what real hosts do differently. See current-user.js for the switches. */
    mock: (switches) => ask({ type: 'mock', switches }),
  };

  launcher.addEventListener('click', api.toggle);
  shadow.addEventListener('keydown', (event) => { if (event.key === 'Escape') api.close(); });
  take(window.oxvoSettings);
  take({
    locale: tag.oxvoLocale, position: tag.oxvoPosition, theme: tag.oxvoTheme, launcherTitle: tag.oxvoLauncherTitle,
  });
  if (tag.oxvoWebsiteToken) start(tag.oxvoBaseUrl ?? src, tag.oxvoWebsiteToken);
  else say('its script tag has no data-oxvo-website-token, so oxvo.init({ baseUrl, websiteToken }) starts it.');
})();
