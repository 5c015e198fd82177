import { createAppView } from './app-view.js';
import { createApps } from './apps.js';
import { createChat } from './chat.js';
import { createContact } from './contact.js';
import { asDocumented } from './current-user.js';
import { greet } from './home.js';
import { record, recordPortal } from './message-recorder.js';
import { listenToSite, place, tellSite } from './site-link.js';
import { createStatus } from './status.js';

const views = document.querySelectorAll('.view');
const heading = (view) => view.querySelector('h1');
const places = {
  panel: '', popout: ', in a window of its own', 'web view': ', as in an app’s web view: no website above it',
};

let switches = asDocumented, settings = {};
/** The key of the app that was opened last: back from it, the keyboard stands there. */
let last = null;

const contact = createContact({
  onChange(isOther) {
    greet(contact.current, settings);
    if (!isOther) return;
    chat.show();
    view.contactChanged();
  },
});
const chat = createChat({
  contact,
  onMessage: (any) => {
    document.querySelector('#write-line').textContent =
      any ? 'Continue your conversation' : 'We usually answer within minutes';
  },
});
const view = createAppView({ contact });
const status = createStatus({ show: go });
const apps = createApps({ onOpen: show });

function go(id) {
  views.forEach((each) => { each.hidden = each.id !== id; });
  status.inView(id);
  apps.inView(id);
}

/** A status page has a view of our own; any other app is a page in a frame. */
function show(app) {
  last = app.key;
  if (app.made.opens === 'status') return status.openApp(app);
  go('app');
  view.show(app, switches);
}

function back() {
  const from = last;
  last = null;
  view.leave();
  go('home');
  if (from) {
    status.leaveApp();
    apps.focus(from);
  } else if (!status.focusCard()) document.querySelector('#write').focus();
}

function write() {
  go('chat');
  chat.show();
  document.querySelector('#text').focus();
}

/** The panel is in view, with the app of this key in it, or the chat. */
async function opened(key, isInChat = false) {
  status.opened();
  apps.opened();
  if (isInChat) return write();
  const app = key && await apps.find(key);
  if (app) show(app);
  else heading([...views].find((each) => !each.hidden)).focus();
}

listenToSite({
  isApp: view.isWindow,
  start: () => tellSite({ type: 'ready' }),
  async identify({ user, call }) {
    const refusal = await contact.identify(user, switches.enforceHash);
    tellSite({ type: 'answer', call, ...refusal });
  },
  reset({ call }) {
    contact.reset();
    tellSite({ type: 'answer', call });
  },
  attributes({ by, attributes, call }) {
    contact.add(by, attributes);
    chat.showAbout();
    tellSite({ type: 'answer', call });
  },
  /** How the site wants it to look. A fixed theme is the frame's own, whatever the visitor's system has. */
  settings({ settings: given }) {
    settings = given;
    document.documentElement.style.colorScheme = given.theme === 'auto' ? '' : given.theme;
    for (const button of document.querySelectorAll('[data-popout]'))
      button.hidden = !given.showPopoutButton || place !== 'panel';
    greet(contact.current, settings);
  },
  record: ({ entry }) => record(entry),
  portal: recordPortal,
  mock({
    switches: { reopen, changedTo = switches.changedTo, statusScenario, statusSince, statusPage, ...changes }, call,
  }) {
    if (statusScenario) status.play({ statusScenario, statusSince, statusPage });
    const isOther = Object.entries(changes).some(([name, value]) => switches[name] !== value);
    switches = { ...switches, ...changes, changedTo };
    // The switch is in the site's page, so the focus stays there.
    if (view.app && (reopen || isOther)) view.show(view.app, switches, false);
    tellSite({ type: 'answer', call });
  },
  thread(message) {
    contact.meet(message.visitor);
    chat.take(message);
  },
  opened: ({ app, isInChat }) => opened(app, isInChat),
  closed() {
    status.closed();
    apps.closed();
  },
});

for (const button of document.querySelectorAll('[data-close]'))
  button.addEventListener('click', () => tellSite({ type: 'close' }));
for (const button of document.querySelectorAll('[data-popout]'))
  button.addEventListener('click', () => {
    chat.handOver();
    tellSite({ type: 'popout', app: view.app?.key, isInChat: !document.querySelector('#chat').hidden });
  });
for (const button of document.querySelectorAll('[data-back]')) button.addEventListener('click', back);
document.querySelector('#write').addEventListener('click', write);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && place === 'panel') tellSite({ type: 'close' });
});
greet(contact.current, settings);
chat.show();
document.querySelector('#place').textContent = places[place];
if (place === 'web view') {
  // The app around it has a button of its own.
  for (const button of document.querySelectorAll('[data-close]')) button.remove();
  opened();
}
