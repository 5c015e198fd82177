import { element } from './element.js';
import { icon } from './icons.js';
import { troubleOf } from './settings-api.js';
import { homeRow } from './settings-home.js';
import { nothing } from './settings-notice.js';

// The message as documented, of a visitor who has not signed in.
const stranger = { source: 'oxvo-app', type: 'oxvo.current_user',
  payload: { id: 900_000_001, identifier: null, has_email: false, has_name: true, has_phone_number: false } };

/** What the form makes, as the messenger will show it: its line on the home screen, and the panel at its own size with the app in it. */
export function createPreview({ template }) {
  let shown = '', name = template.icon, words = {};
  const row = element('div', 'card');
  const title = element('b', '');
  const stage = element('div', 'stage');
  const facts = element('ul', 'facts');
  const apart = element('p', 'facts',
    'No website is above this preview to prove who the visitor is, so the portal says that it needs one.');
  apart.hidden = !template.wants_current_user;
  const warnings = element('div', 'warnings');
  warnings.role = 'status';
  const made = element('section', 'beside preview', element('h2', '', 'Preview'), apart, row,
    element('div', 'panel', element('div', 'bar', element('span', 'round', icon('back')), title, element('span', 'round', icon('close'))), stage), facts);
  made.ariaLabel = 'Preview';

  function open(app) {
    const key = JSON.stringify([app.address, app.allow, app.wants_current_user]);
    if (key === shown) return;
    shown = key;
    stage.replaceChildren(app.opens === 'status' ? statusPicture(app) : frameOf(app));
  }

  function empty(words = 'It shows here as soon as its address is filled in.') {
    shown = '';
    stage.replaceChildren(nothing(name, words));
    note([], []);
  }

  function note(lines, about) {
    facts.replaceChildren(...about.map((fact) => element('li', '', ...fact)));
    // The same warning again is not news.
    if (warnings.textContent === lines.join('')) return;
    warnings.replaceChildren(...lines.map((line) => element('p', 'warning', icon('caution'), element('span', '', line))));
  }

  const drawRow = () => row.replaceChildren(homeRow({ icon: name, title: words.title || 'Its title', line: words.line }));

  return {
    element: made,
    warnings,
    empty: () => empty(),
    words(now) {
      words = now;
      title.textContent = words.title;
      drawRow();
    },
    /** What the server made of the form. */
    show({ ok, status, body }) {
      if (!ok) return empty(status === 400 ? 'It shows here as soon as its address is right.' : `There is no preview now. ${troubleOf({ status })}`);
      name = body.icon;
      drawRow();
      open(body);
      note(body.warnings, factsOf(body));
    },
  };

  function frameOf({ address, allow, referrer_policy: referrerPolicy, wants_current_user: isTold }) {
    const frame = element('iframe');
    frame.title = `Preview of ${title.textContent || template.title}`;
    frame.allow = allow;
    frame.referrerPolicy = referrerPolicy;
    frame.src = address;
    if (isTold) frame.addEventListener('load', () => frame.contentWindow?.postMessage(stranger, new URL(address).origin), { once: true });
    return frame;
  }
}

function factsOf({ address, opens, allow, wants_current_user: isTold, identifier }) {
  if (opens === 'status') return [['Reads ', element('code', '', address)]];
  return [
    ['Opens ', element('code', '', address)],
    ...(isTold ? [['Told who the visitor claims to be. Here that is an anonymous visitor.']] : []),
    ...(identifier ? [['The visitor’s identifier goes into its address as ', element('code', '', identifier.name), '.']] : []),
    ...(isTold || identifier ? [] : [['Told nothing about the visitor.']]),
    ...(allow ? [['May use ', element('code', '', allow)]] : []),
  ];
}

const providers = { statuspage: 'Statuspage', betterstack: 'Better Stack', instatus: 'Instatus' };

/** The messenger draws status itself, from what the provider says then: here only how that looks. */
function statusPicture({ provider }) {
  const service = (width) => element('span', 'status-line', element('span', `bone ${width}`), icon('well'));
  const picture = element('div', 'status-picture', element('div', 'card status-banner', element('span', 'icon', icon('well')), element('b', '', 'All systems operational')),
    element('div', 'card', service(''), service('short'), service('')));
  picture.ariaHidden = 'true';
  return element('div', 'status-preview', picture,
    element('p', '', `The messenger draws this itself, with what ${providers[provider] ?? 'the provider'} says at the time.`));
}
