import { createChat } from './chat.js';
import { createContact } from './contact.js';
import { asDocumented, tellCurrentUser } from './current-user.js';
import { focusApp, greet, listApps } from './home.js';
import { listenToSite, log, tellSite } from './site-link.js';
import { createStatus } from './status.js';

const views = document.querySelectorAll('.view');
const stage = document.querySelector('#stage');
const heading = (view) => view.querySelector('h1');

let switches = asDocumented;
/** The app in view: {app, frame, telling}, or null. */
let open = null;

const contact = createContact({
  onChange(isOther) {
    greet(contact.current);
    if (!isOther) return;
    chat.show();
    open?.telling?.contactChanged();
  },
});
const chat = createChat({
  contact,
  onMessage: (any) => {
    document.querySelector('#write-line').textContent = any ? 'Continue your conversation' : 'We usually answer within minutes';
  },
});
let apps = listApps((app) => show(app));
const status = createStatus({ show: go });

function go(id) {
  views.forEach((view) => { view.hidden = view.id !== id; });
  status.inView(id);
}

/** Each opening is a frame of its own: nothing of the last app, or of its last visitor, can be left in it. */
function show(app, takesFocus = true) {
  leave();
  go('app');
  heading(stage.parentElement).textContent = app.title;
  const frame = document.createElement('iframe');
  frame.title = app.title;
  frame.referrerPolicy = 'strict-origin';
  frame.src = app.address;
  open = { app, frame };
  stage.append(frame);
  log('B', 'C', 'open', 'sent', `${app.title} in a new frame: ${app.address}`);
  if (app.wants_current_user) open.telling = tellCurrentUser({ frame, address: app.address, contact, switches });
  if (takesFocus) heading(stage.parentElement).focus();
}

function leave() {
  open?.telling?.end();
  open?.frame.remove();
  open = null;
}

function back() {
  const last = open?.app.key;
  leave();
  go('home');
  if (last) focusApp(last);
  else if (!status.focusCard()) document.querySelector('#write').focus();
}

listenToSite({
  start: () => tellSite({ type: 'ready' }),
  async identify({ user, call }) {
    await contact.identify(user, switches.enforceHash);
    tellSite({ type: 'answer', call });
  },
  reset({ call }) {
    contact.reset();
    tellSite({ type: 'answer', call });
  },
  mock({ switches: { reopen, changedTo = switches.changedTo, statusScenario, statusSince, statusPage, ...changes }, call }) {
    if (statusScenario) status.play({ statusScenario, statusSince, statusPage });
    const isOther = Object.entries(changes).some(([name, value]) => switches[name] !== value);
    switches = { ...switches, ...changes, changedTo };
    // The switch is in the site's page, so the focus stays there.
    if (open && (reopen || isOther)) show(open.app, false);
    tellSite({ type: 'answer', call });
  },
  async opened({ app: key }) {
    status.opened();
    const app = key && (await apps).find((candidate) => candidate.key === key);
    if (app) show(app);
    else heading([...views].find((view) => !view.hidden)).focus();
  },
  closed: () => status.closed(),
});

document.querySelectorAll('[data-close]').forEach((button) => button.addEventListener('click', () => tellSite({ type: 'close' })));
document.querySelectorAll('[data-back]').forEach((button) => button.addEventListener('click', back));
document.querySelector('#apps-again').addEventListener('click', () => { apps = listApps((app) => show(app)); });
document.querySelector('#write').addEventListener('click', () => {
  go('chat');
  chat.show();
  document.querySelector('#text').focus();
});
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') tellSite({ type: 'close' }); });
greet(contact.current);
chat.show();
