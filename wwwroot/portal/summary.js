// What needs the customer, the newest order, the ways to the rest.
import { delivery, formats, isOpen, standing, subscriptionDay } from './format.js';
import { badge, button, element, heading, icon, isolated, link, track } from './page.js';
import { attention as words, billing as bills, onboarding as steps, orders as parcels, views } from './strings.js';

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
      orders?.items.length === 0 && row('orders', parcels.none),
      billing && row('billing', billingLine(billing, format)),
      onboarding?.tasks[0] && row('onboarding', stepsLine(onboarding)),
      own.map(({ name, line }) => row(name, line(data[name], format)))),
  ];
}

function header({ customer, billing }, format) {
  const name = customer.name.trim();
  const names = name.split(/\s+/);
  const initials = [names.shift(), names.pop() ?? ''].map(([first]) => first).join('');
  return element('header.top', null,
    element('div', null,
      heading(isolated(name || views.account)),
      billing?.plan && element('p.sub', null, ...planLine(billing, format))),
    name && element('span.monogram', { 'aria-hidden': true }, initials));
}

function planLine(billing, format) {
  const day = subscriptionDay(billing, format) ?? bills.status[billing.status];
  return [isolated(billing.plan.name), day && ' · ', day];
}

function need({ kind, view, ref }, data, format) {
  const { tone, sign, title, line, change } = needs[kind](data, format, ref);
  const changeLink = change && link(data.billing.manageUrl, change, 'action');
  return element('li', { 'data-tone': tone },
    icon(sign), element('strong', null, title),
    element('div.pair', null,
      element('span.sub', null, line),
      changeLink ?? button('action', { 'data-open': view }, words.show, icon('next'))));
}

// How each kind of need reads; `change` is what to change in the subscription.
const needs = {
  __proto__: null,
  payment_failed({ billing }, format, number) {
    const { failedOn, amountDue } = billing.invoices.items.find((invoice) => invoice.number === number);
    const title = words.payment_failed(format.day(failedOn));
    const line = [isolated(number), amountDue && ` · ${format.money(amountDue)}`];
    return { tone: 'bad', sign: 'alert', title, line, change: words.updateCard };
  },
  parcel_late({ orders }, format, number) {
    const { shipments } = orders.items.find((order) => order.number === number);
    const late = shipments.map((parcel) => delivery(parcel, format)).find(({ tone }) => tone === 'bad');
    return { tone: 'bad', sign: 'clock', title: words.parcel_late(number), line: late?.line };
  },
  task_blocked({ onboarding }, format, title) {
    const { blocker } = onboarding.tasks.find((task) => task.title === title);
    const line = blocker && steps.owner[blocker.owner];
    return { tone: 'warn', sign: 'alert', title: words.task_blocked(title), line };
  },
  card_expires_before_renewal({ billing }) {
    const { brand, last4 } = billing.paymentMethod;
    const title = words.card_expires_before_renewal;
    return { tone: 'warn', sign: 'clock', title, line: bills.card(brand, last4), change: words.updateCard };
  },
  trial_ends({ billing }, format) {
    const { renewsOn, endsOn, plan } = billing;
    const title = words.trial_ends(format.day(endsOn ?? renewsOn));
    const line = plan.price && bills.price(format.money(plan.price), plan.interval);
    return { tone: 'calm', sign: 'clock', title, line, change: words.manage };
  },
  seats_full({ billing }) {
    const title = words.seats_full(billing.seats.total);
    const line = billing.plan && isolated(billing.plan.name);
    return { tone: 'calm', sign: 'person', title, line, change: words.manage };
  },
};

function newestOrder(items, format) {
  const order = items.find(isOpen) ?? items[0];
  const stand = standing(order, format);
  const line = stand.line || format.sentence(order.placedAt, parcels.placed);
  const others = items.filter(isOpen).length - 1;
  return button('card.tight.order', { 'data-open': 'orders' },
    element('span.pair', null, element('strong', null, isolated(parcels.title(order.number))), badge(stand)),
    element('span.pair', null, track(stand), element('span.sub', null, line), icon('next')),
    others > 0 && element('span.sub', null, parcels.more(others)));
}

function billingLine(billing, format) {
  const seats = billing.seats && bills.seats(format.number(billing.seats.used), format.number(billing.seats.total));
  return [seats, paymentWords(billing, format)].filter(Boolean).join(' · ');
}

function paymentWords({ invoices, status }, format) {
  const items = invoices?.items ?? [];
  const owed = items.filter((invoice) => invoice.status === 'open' && invoice.amountDue);
  if (owed.length > 0) return bills.due(owed.map(({ amountDue }) => format.money(amountDue)).join(' + '));
  return status === 'active' && items.length > 0 ? bills.paid : bills.status[status];
}

function stepsLine({ done, total, tasks }) {
  const blocked = tasks.filter(({ status }) => status === 'blocked').length;
  return [steps.done(done, total), blocked > 0 && steps.blocked(blocked)].filter(Boolean).join(' · ');
}

function row(view, line) {
  return button('row', { 'data-open': view },
    element('span.pair', null, element('strong', null, views[view]), element('span.sub', null, line)), icon('next'));
}
