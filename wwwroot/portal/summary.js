// What needs the customer, the newest order, the ways to the rest.
import {
  cardWords, formats, isOpen, isTroubled, leadingOrder, priceWords, say, seatWords, standing, stepWords,
  subscriptionDay, words,
} from './format.js';
import { button, element, heading, icon, isolated, link, track } from './page.js';

const MOST_NEEDS = 3;

export default function summary(data, own = []) {
  const format = formats(data);
  const { billing, orders, onboarding, attention } = data;
  Object.assign(needs, ...own.map((section) => section.needs));
  const leading = orders?.items[0] && leadingOrder(orders.items, format);
  const hasCard = ({ view, ref }) => view === 'orders' && ref === leading?.number;
  const urgent = attention.filter((item) => needs[item.kind] && !hasCard(item)).slice(0, MOST_NEEDS);
  return [
    header(data, format),
    urgent.length > 0 && element('ul.card.stack.urgent', null, urgent.map((item) => need(item, data, format))),
    leading && newestOrder(leading, orders.items, format),
    element('div.card.rows', null,
      orders?.items.length === 0 && row('orders', words.orders.none),
      billing && row('billing', billingLine(billing, format)),
      onboarding?.tasks[0] && row('onboarding', stepsLine(onboarding)),
      own.map(({ name, line }) => row(name, line(data[name], format)))),
  ];
}

function header({ customer, billing }, format) {
  const name = customer.name.trim();
  const names = name.split(/\s+/);
  const [first, last = ''] = [names.shift(), names.pop()].map((one = '') => [...one][0]);
  // Two letters of a script that joins them can be a word.
  const initials = /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Nko}]/u.test(first) ? first : first + last;
  return element('header.top', null,
    element('div', null,
      heading(isolated(name || words.views.account)),
      billing?.plan && element('p.sub', null, ...planLine(billing, format))),
    name && element('span.monogram', { 'aria-hidden': true }, initials));
}

function planLine(billing, format) {
  const day = subscriptionDay(billing, format) ?? words.billing.status[billing.status];
  return [isolated(billing.plan.name), day && ' · ', day];
}

function need({ kind, view, ref }, data, format) {
  const { tone, sign, title, line, change } = needs[kind](data, format, ref);
  const changeLink = change && link(data.billing.manageUrl, change, 'action');
  return element('li', { 'data-tone': tone },
    icon(sign), element('strong', null, title),
    element('div.pair', null,
      element('span.sub', null, line),
      changeLink ?? button('action', { 'data-open': view }, words.attention.show, icon('next'))));
}

// How each kind of need reads; `change` is what to change in the subscription.
const needs = {
  __proto__: null,
  payment_failed({ billing }, format, number) {
    const { failedOn, amountDue } = billing.invoices.items.find((invoice) => invoice.number === number);
    const title = say(words.attention.payment_failed, { date: format.date(failedOn) });
    const line = [isolated(number), amountDue && ` · ${format.money(amountDue)}`];
    return { tone: 'bad', sign: 'alert', title, line, change: words.attention.updateCard };
  },
  parcel_exception: orderNeed,
  parcel_late: orderNeed,
  parcel_silent: orderNeed,
  task_blocked({ onboarding }, format, title) {
    const { blocker } = onboarding.tasks.find((task) => task.title === title);
    const line = blocker && say(words.onboarding.owner[blocker.owner]);
    return { tone: 'warn', sign: 'alert', title: say(words.attention.task_blocked, { title }), line };
  },
  card_expires_before_renewal({ billing }) {
    const title = words.attention.card_expires_before_renewal;
    const line = cardWords(billing.paymentMethod);
    return { tone: 'warn', sign: 'clock', title, line, change: words.attention.updateCard };
  },
  trial_ends({ billing }, format) {
    const { renewsOn, endsOn, plan } = billing;
    const title = say(words.attention.trial_ends, { day: format.day(endsOn ?? renewsOn) });
    const line = plan.price && priceWords(plan, format);
    return { tone: 'calm', sign: 'clock', title, line, change: words.attention.manage };
  },
  seats_full({ billing }) {
    const title = say(words.attention.seats_full, { n: billing.seats.total });
    const line = billing.plan && isolated(billing.plan.name);
    return { tone: 'calm', sign: 'person', title, line, change: words.attention.manage };
  },
};

// Of an order that has no card of its own.
function orderNeed({ orders }, format, number) {
  const { tone, sign, line } = standing(orders.items.find((order) => order.number === number), format);
  return { tone, sign, title: line, line: isolated(say(words.orders.title, { number })) };
}

// The order that is told first, with what it needs from the customer.
function newestOrder(order, items, format) {
  const stand = standing(order, format);
  const n = items.filter(isOpen).length - isOpen(order);
  const next = stand.next ?? stand.action;
  return button('card.tight.order', { 'data-open': 'orders', 'data-tone': stand.tone },
    element('span.pair', null,
      element('strong', null, isTroubled(stand) && icon(stand.sign), stand.line), icon('next')),
    element('span.sub', null, isolated(say(words.orders.title, order)), stand.seen && [' · ', isolated(stand.seen)]),
    next && element('span', null, isolated(next)),
    track(stand),
    n > 0 && element('span.sub', null, say(words.orders.more, { n })));
}

function billingLine(billing, format) {
  return [billing.seats && seatWords(billing.seats), paymentWords(billing, format)].filter(Boolean).join(' · ');
}

function paymentWords({ invoices, status }, format) {
  const items = invoices?.items ?? [];
  const owed = items.filter((invoice) => invoice.status === 'open' && invoice.amountDue);
  const amount = owed.map(({ amountDue }) => format.money(amountDue)).join(' + ');
  if (amount) return say(words.billing.due, { amount });
  return status === 'active' && items.length > 0 ? words.billing.paid : words.billing.status[status];
}

function stepsLine({ tasks, ...count }) {
  const n = tasks.filter(({ status }) => status === 'blocked').length;
  return [stepWords(count), n > 0 && say(words.onboarding.blocked, { n })].filter(Boolean).join(' · ');
}

function row(view, line) {
  return button('row', { 'data-open': view },
    element('span.pair', null, element('strong', null, words.views[view]), element('span.sub', null, line)),
    icon('next'));
}
