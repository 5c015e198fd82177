// What every view is made of: elements, icons, links, notices; and money, days and times in the customer's way.
import { siteOrigins, signInUrl } from './portal-config.js';
import { actions, at, by, days, notices, orders, page } from './strings.js';

const main = document.querySelector('main');
const status = document.querySelector('[role=status]');
export const skeleton = main.firstElementChild;
let refocus = false;

/** Makes an element. Data reaches it as text or through link(), never as markup or as an attribute's name. */
export function el(tag, attributes, ...children) {
  const [name, className] = tag.split('.');
  const node = document.createElement(name);
  if (className) node.className = className.replaceAll('_', ' ');
  for (const [key, value] of Object.entries(attributes ?? {})) if (value != null) node.setAttribute(key, value);
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

export function icon(name) {
  const [svg, use] = ['svg', 'use'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  use.setAttribute('href', `#${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** Text of the customer's or the business's own: its direction must not disturb what stands around it. */
export const own = (text) => el('bdi', null, text);

const outward = (url, look, text) => el(`a.${look}`, { href: url, target: '_blank', rel: 'noopener noreferrer' },
  text, icon('out'), el('span.unseen', null, ` ${page.newTab}`));

/** A link out of the data, or nothing if it does not lead to https. */
export const link = (url, text, look = 'link') =>
  URL.canParse(url) && new URL(url).protocol === 'https:' ? outward(url, look, text) : null;

export const state = (tone, name, word) => el('span.state', { 'data-tone': tone }, icon(name), word);

/** What stands in the panel instead of an account: a title, a sentence, one thing to do. */
export function notice(name, view) {
  const [symbol, title, text, action, help] = notices[name](view);
  const main = action === 'retry'
    ? el('button.button', { type: 'button', 'data-do': 'retry' }, actions.retry)
    : outward(action === 'signIn' ? signInUrl : siteOrigins[0], 'button', actions[action]);
  return el('div.notice', null, el('span.sign', null, icon(symbol)),
    el('h1', { tabindex: -1 }, title), el('p', null, text), main, help && el('p.small', null, help));
}

/** Shows a state. A refresh of the same view keeps what is open and focused; else focus goes on to the new heading. */
export function show(state, view, ...nodes) {
  const list = () => [...main.querySelectorAll('a, button, details, summary, h1')];
  const before = list();
  const at = before.indexOf(document.activeElement);
  const same = state === 'account' && main.dataset.state === state && main.dataset.view === view;
  refocus ||= at >= 0;
  Object.assign(main.dataset, { state, view });
  main.ariaBusy = state === 'loading' || state === 'waiting';
  main.replaceChildren(...nodes.filter(Boolean));

  const after = list();
  const heading = main.querySelector('h1');
  if (same) before.forEach((node, n) => { if (node.open && after[n]) after[n].open = true; });
  else status.textContent = state === 'account' ? page.ready : heading?.textContent ?? page.loading;
  if (!refocus || !heading) return;
  ((same && after[at]) || heading).focus();
  refocus = false;
}

/** Holds the retry button back until then; said once, not every second. */
export function countDown(until) {
  const button = main.querySelector('[data-do=retry]');
  const tick = () => {
    if (!button.isConnected) return;
    const left = Math.ceil((until - Date.now()) / 1000);
    button.textContent = left > 0 ? actions.retryIn(left) : actions.retry;
    button.ariaDisabled = left > 0;
    if (left > 0) setTimeout(tick, 1000);
    else status.textContent = page.canRetry;
  };
  tick();
  status.textContent += ` ${page.waitFor(Math.ceil((until - Date.now()) / 1000))}`;
}

export function footer(shown) {
  const foot = el('footer', null, el('span', { 'data-age': '' }),
    el('button.link', { type: 'button', 'data-do': 'retry', hidden: '' }, actions.retry),
    el('details', null, el('summary', null, page.notYou),
      el('p', null, `${page.notYouHow} `, outward(siteOrigins[0], 'link', actions.visit))));
  age(shown, foot);
  return foot;
}

/** Writes how old the data is, and that a refresh failed. */
export function age({ at, stale }, where = main) {
  const text = page.updated(Math.floor((Date.now() - at) / 60_000));
  where.querySelector('[data-age]').textContent = stale ? page.stale(text) : text;
  where.querySelector('[data-do=retry]').hidden = !stale;
}

/** The four steps of a delivery as dots and a line. */
export const track = (step, word) => el('span.track', { role: 'img', 'aria-label': orders.step(step + 1, word) },
  [0, 1, 2, 3].map((n) => el('i', { class: n <= step ? 'past' : null })));

// An Arabic day inside an English sentence keeps to itself.
const apart = (text) => (/[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text);

/** Writes amounts, days and instants in the customer's locale and zone; "today" is the day of the answer. */
export function formats({ locale, timeZone }, asOf) {
  const intl = (options, zone = timeZone) => {
    try {
      return new Intl.DateTimeFormat(locale ?? undefined, { timeZone: zone ?? undefined, ...options });
    } catch {
      return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
    }
  };
  const { locale: tongue, timeZone: zone } = intl().resolvedOptions();
  const dayOf = (instant) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
  const today = dayOf(asOf);
  const ahead = (day) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const write = (value, options, where) => apart(intl(options, where).format(new Date(value)));

  const day = (value) => {
    const distance = ahead(value);
    if (days[distance]) return days[distance];
    if (distance > 1 && distance < 7) return write(value, { weekday: 'long' }, 'UTC');
    const year = value.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
    return write(value, { day: 'numeric', month: 'long', year }, 'UTC');
  };
  const time = (instant) => write(instant, { hour: '2-digit', minute: '2-digit' });
  const exact = (value) => (value.length === 10
    ? write(value, { dateStyle: 'full' }, 'UTC')
    : write(value, { dateStyle: 'full', timeStyle: 'long' }));

  return {
    ahead, day, dayOf, exact, time,
    by: (instant) => by(day(dayOf(instant)), time(instant)),
    at: (instant) => at(day(dayOf(instant)), time(instant)),
    month: (value) => write(`${value}-01`, { month: 'short', year: 'numeric' }, 'UTC'),
    date: (value) => write(value, { dateStyle: 'medium' }, 'UTC'),
    money: ({ amount, currency }) => {
      const number = new Intl.NumberFormat(tongue, { style: 'currency', currency });
      return apart(number.format(amount / 10 ** number.resolvedOptions().maximumFractionDigits));
    },
    /** A sentence about a day or an instant; the exact one is in its title. */
    when: (value, sentence) => el('time', { datetime: value, title: exact(value) }, sentence),
  };
}

/** How a parcel, or an order without one, stands: { word, tone, icon, step, line }; no step, no track. */
export function delivery(order, parcel, f) {
  const status = parcel?.status ?? order.status;
  const word = orders.parcel[status] ?? orders.status[status] ?? status;
  const { expectedOn, expectedBy, checkpoints = [] } = parcel ?? {};
  const last = checkpoints.reduce((a, b) => (a && a.at > b.at ? a : b), undefined);
  const steps = { processing: 0, preparing: 0, shipped: 1, in_transit: 1, out_for_delivery: 2, ready_for_pickup: 2, failed: 2, delivered: 3 };
  const say = (tone, sign, line, said = word) => ({ word: said, tone, icon: sign, step: steps[status], line });

  if (status === 'cancelled' || status === 'returned') return say('quiet', 'cross', null);
  if (status === 'delivered') return say('good', 'check', last && f.when(last.at, f.at(last.at)));
  if (status === 'failed') return say('bad', 'alert', orders.failed);
  if (status === 'ready_for_pickup') return say('good', 'box', last?.place ? orders.pickupAt(last.place) : orders.pickup);
  if (expectedOn && f.ahead(expectedOn) < 0)
    return say('bad', 'clock', f.when(expectedOn, orders.expected(f.day(expectedOn))), orders.late);
  if (expectedBy) return say('calm', 'truck', f.when(expectedBy, orders.arrives(f.by(expectedBy))));
  if (expectedOn) return say('calm', 'truck', f.when(expectedOn, orders.arrives(f.day(expectedOn))));
  return say('calm', status === 'in_transit' ? 'truck' : 'box', steps[status] === 0 ? orders.undated : null);
}

export const back = () => el('button.back', { type: 'button', 'data-do': 'back' }, icon('back'), page.back);
