// What account.js sees of a browser: the messenger above it, the website on top, and the messages that come in.
const heard = new EventTarget();

export const messenger = { origin: 'https://chat.oxvo.example' };
export const website = { origin: 'https://www.acme.example', asked: [] };
website.postMessage = (message, origin) => website.asked.push({ message, origin });

/** A message event as the browser makes it. */
export const event = (data, { source, origin }) => Object.assign(new Event('message'), { data, source, origin });

/** Lets the page hear a message of the website. */
export const answer = (data, from = {}) => heard.dispatchEvent(
  event({ source: 'portal-site', v: 1, ...data }, { source: website, origin: website.origin, ...from }));

/** What was kept in the browser's storage. */
export const kept = [];
const storage = { setItem: (...item) => kept.push(item) };
for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { value: storage });

Object.assign(globalThis, {
  window: { parent: messenger, top: website },
  location: { ancestorOrigins: [messenger.origin, website.origin] },
  addEventListener: heard.addEventListener.bind(heard),
  removeEventListener: heard.removeEventListener.bind(heard),
});
