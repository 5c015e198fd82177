// What needs the customer, the newest order, the ways to the rest.
import {
  cardWords, delivery, formats, isOpen, priceWords, say, seatWords, standing, stepWords, subscriptionDay, words,
} from './format.js';
import { badge, button, element, heading, icon, isolated, link, track } from './page.js';

const MOST_NEEDS = 3;

export default function summary(data, own = []) {
  const format = formats(data);
  const { billing, orders, onboarding, attention } = data;
  Object.assign(needs, ...own.map((section) => section.needs));
  const urgent = attention.filter(({ kind }) => needs[kind]).slice(0, MOST_NEEDS);
  return [
    header(data, format),
    urgent.length > 0 && element('ul.card.stack.urgent', null, urgent.map((item) => need(item, data, format))),
    orders?.items[0] && newestOrder(orders.items, format),
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
  parcel_late({ orders }, format, number) {
    const { shipments } = orders.items.find((order) => order.number === number);
    const late = shipments.map((parcel) => delivery(parcel, format)).find(({ tone }) => tone === 'bad');
    return { tone: 'bad', sign: 'clock', title: say(words.attention.parcel_late, { number }), line: late?.line };
  },
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

function newestOrder(items, format) {
  const order = items.find(isOpen) ?? items[0];
  const stand = standing(order, format);
  const line = stand.line || format.sentence(order.placedAt, words.orders.placed);
  const others = items.filter(isOpen).length - 1;
  return button('card.tight.order', { 'data-open': 'orders' },
    element('span.pair', null, element('strong', null, isolated(say(words.orders.title, order))), badge(stand)),
    element('span.pair', null, track(stand), element('span.sub', null, line), icon('next')),
    others > 0 && element('span.sub', null, say(words.orders.more, { n: others })));
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
