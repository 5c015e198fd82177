// What needs the customer, the newest order, the ways to the rest.
import { delivery, formats, isOpen, standing } from './format.js';
import { button, el, heading, icon, link, own, state, track } from './page.js';
import { attention as words, billing as bills, onboarding as steps, orders as parcels, views } from './strings.js';

export default function summary(data) {
  const f = formats(data);
  const { billing, orders, onboarding, attention } = data;
  const urgent = attention.filter(({ kind }) => urgencies[kind]).slice(0, 3);
  return [
    header(data, f),
    urgent[0] && el('ul.card.stack.urgent', null, urgent.map((item) => urgency(item, data, f))),
    orders?.items[0] && newest(orders.items, f),
    el('div.card.rows', null,
      orders?.items.length === 0 && row('orders', parcels.none),
      billing && row('billing', billingLine(billing, f)),
      onboarding?.tasks[0] && row('onboarding', stepsLine(onboarding))),
  ];
}

function header({ customer, billing }, f) {
  const name = customer.name.trim();
  const names = name.split(/\s+/);
  const initials = [names.shift(), names.pop() ?? ''].map(([first]) => first);
  return el('header.top', null,
    el('div', null, heading(own(name || views.account)), billing && el('p.sub', null, planLine(billing, f))),
    name && el('span.monogram', { 'aria-hidden': true }, initials));
}

function planLine({ plan, status, renewsOn, endsOn }, f) {
  const trial = status === 'trialing';
  const day = endsOn ?? renewsOn;
  const say = trial ? bills.trialEnds : !endsOn ? bills.renews : f.ahead(day) < 0 ? bills.ended : bills.ends;
  return [own(bills.plan(plan.name)), ' · ', day && status !== 'paused' ? f.on(day, say) : bills.status[status]];
}

function urgency({ kind, view, ref }, data, f) {
  const [tone, sign, title, line, change] = urgencies[kind](data, f, ref);
  return el('li', { 'data-tone': tone }, icon(sign), el('strong', null, title), el('div.pair', null, el('span.sub', null, line),
    (change && link(data.billing.manageUrl, change, 'action')) ?? button('action', { 'data-open': view }, words.show, icon('next'))));
}

// Tone, icon, title, line, what to change in the subscription.
const urgencies = {
  payment_failed({ billing }, f, number) {
    const { failedOn, amountDue } = billing.invoices.items.find((invoice) => invoice.number === number);
    return ['bad', 'alert', words.payment_failed(f.day(failedOn)), [own(number), ` · ${f.money(amountDue)}`], words.updateCard];
  },
  parcel_late({ orders }, f, number) {
    const { shipments } = orders.items.find((order) => order.number === number);
    const late = shipments.map((parcel) => delivery(parcel, f)).find(({ tone }) => tone === 'bad');
    return ['bad', 'clock', words.parcel_late(number), late?.line];
  },
  task_blocked({ onboarding }, f, title) {
    const { blocker } = onboarding.tasks.find((task) => task.title === title);
    return ['warn', 'alert', words.task_blocked(title), blocker && steps.owner[blocker.owner]];
  },
  card_expires_before_renewal: ({ billing: { paymentMethod: { brand, last4 } } }) =>
    ['warn', 'clock', words.card_expires_before_renewal, bills.card(brand, last4), words.updateCard],
  trial_ends: ({ billing: { renewsOn, endsOn, plan } }, f) =>
    ['calm', 'clock', words.trial_ends(f.day(endsOn ?? renewsOn)), bills.price(f.money(plan.price), plan.interval), words.manage],
  seats_full: ({ billing: { seats, plan } }) =>
    ['calm', 'person', words.seats_full(seats.total), own(bills.plan(plan.name)), words.manage],
};

function newest(items, f) {
  const order = items.find(isOpen) ?? items[0];
  const stand = standing(order, f);
  const others = items.filter(isOpen).length - 1;
  return button('card.tight.order', { 'data-open': 'orders' },
    el('span.pair', null, el('strong', null, own(parcels.title(order.number))), state(stand)),
    el('span.pair', null, track(stand), el('span.sub', null, stand.line || f.on(order.placedAt, parcels.placed)), icon('next')),
    others > 0 && el('span.sub', null, parcels.more(others)));
}

function billingLine({ seats, invoices: { items }, status }, f) {
  const owed = items.filter((invoice) => invoice.status === 'open').map(({ amountDue }) => f.money(amountDue));
  return [seats && bills.seats(seats.used, seats.total),
    owed[0] ? bills.due(owed.join(' + ')) : status === 'active' && items[0] ? bills.paid : bills.status[status]].filter(Boolean).join(' · ');
}

function stepsLine({ done, total, tasks }) {
  const blocked = tasks.filter(({ status }) => status === 'blocked').length;
  return [steps.done(done, total), blocked && steps.blocked(blocked)].filter(Boolean).join(' · ');
}

const row = (view, line) => button('row', { 'data-open': view },
  el('span.pair', null, el('strong', null, views[view]), el('span.sub', null, line)), icon('next'));
