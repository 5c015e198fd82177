// A browser that opens the whole page: the messenger above it, the website on top, and a portal that answers as it is
// told.
import { mock } from 'node:test';
import { tree } from './document.mjs';
import { settle } from './settle.mjs';
import { event, messenger, website } from './window.mjs';
// So that the page has them as soon as it asks.
import '../portal/loyalty.js';
import '../portal/own.js';
import '../portal/words/en.js';

/** Seconds pass one by one, so that what a timer starts has happened before the next. */
export async function pass(seconds) {
  for (let passed = 0; passed < seconds; passed++) {
    mock.timers.tick(1_000);
    await settle();
  }
}

export const tokenOf = (subject) => `a.${Buffer.from(JSON.stringify({ sub: subject })).toString('base64url')}.c`;

let opened = 0;

/**
 * Opens the page, as a new one. Time stands still, but for `pass`. With an opener, be it null, the messenger is in a
 * window of its own.
 */
export async function open({ isFramed = true, opener, search = '', languages = ['en-GB'] } = {}) {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.parse('2026-03-10T12:00:00Z') });
  website.asked.length = 0;
  const events = new EventTarget();
  const [main, status] = [tree('main', 'div', 'h1'), tree('p')];
  const page = { main, status, asked: [], faults: [] };
  mock.method(console, 'error', (fault) => page.faults.push(fault));

  const isApart = opener !== undefined;
  Object.assign(messenger, { opener });
  website.closed = false;
  const window = isFramed ? { parent: messenger, top: isApart ? messenger : website } : {};
  if (!isFramed) Object.assign(window, { parent: window, top: window });
  let tellSeen;
  Object.assign(globalThis, {
    window,
    location: {
      ancestorOrigins: isApart ? [messenger.origin] : [messenger.origin, website.origin],
      search,
      reload: () => { page.isLoadedAgain = true; },
    },
    history: { state: null, replaceState: (state, _, address) => { page.address = address; } },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    scrollTo: () => {},
    IntersectionObserver: class {
      constructor(tell) { tellSeen = tell; }
      observe() {}
    },
    fetch: async (address) => {
      page.asked.push(address);
      return page.portal();
    },
  });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, languages }, configurable: true });
  Object.assign(document, {
    hidden: false,
    activeElement: null,
    addEventListener: events.addEventListener.bind(events),
    querySelector: (selector) => ({ main, '[role=status]': status })[selector] ?? main.querySelector(selector),
  });

  await import(`../portal/main.js?${opened++}`);
  await settle();

  const happen = async (happening) => {
    events.dispatchEvent(happening);
    await settle();
  };
  return Object.assign(page, {
    happens: (type, values) => happen(Object.assign(new Event(type), values)),
    claims: (payload) => happen(event({ source: 'oxvo-app', type: 'oxvo.current_user', payload },
      { source: messenger, origin: messenger.origin })),
    says: (data) => happen(event({ source: 'portal-site', v: 1, ...data },
      { source: website, origin: website.origin })),
    /** The website answers the last question. */
    answers: (said) => {
      const { nonce } = website.asked.at(-1).message;
      return page.says({ type: 'portal.token.response', nonce, ...said });
    },
    proves: (subject) => page.answers({ ok: true, token: tokenOf(subject) }),
    /** The button with this attribute is pressed. */
    presses: (name, value) => {
      const button = main.querySelector(`[data-${name}=${value}]`);
      const click = new Event('click');
      Object.defineProperty(click, 'target', { value: { closest: () => button && { dataset: { [name]: value } } } });
      return happen(click);
    },
    isSeen: (isIntersecting) => { tellSeen([{ isIntersecting }]); return settle(); },
    questions: () => new Set(website.asked.map(({ message }) => message.nonce)).size,
  });
}
