// The account at a glance: first what needs the customer, then the newest order, then the ways to the rest.
import { delivery, el, formats, icon, link, own, state, track } from './page.js';
import { attention as words, billing as bills, onboarding as steps, orders as parcels, views } from './strings.js';

export default function summary(data) {
  const f = formats(data.customer, data.asOf);
  const { billing, orders, onboarding, attention } = data;
  return [
    header(data, f),
    attention.length > 0 && el('ul.card_urgent', null, attention.map((item) => urgent(item, data, f))),
    orders && newest(orders.items, f),
    el('div.card_rows', null,
      billing && row('billing', views.billing, billingLine(billing, f)),
      onboarding?.tasks.length > 0 && row('onboarding', views.onboarding, stepsLine(onboarding))),
  ];
}

function header({ customer, billing }, f) {
  const name = customer.name?.trim() || views.account;
  const initials = name.split(/\s+/).filter((_, n, all) => n === 0 || n === all.length - 1)
    .map((part) => [...part][0]).join('').toUpperCase();
  return el('header.top', null,
    el('div', null, el('h1', { tabindex: -1 }, own(name)), billing && el('p.sub', null, planLine(billing, f))),
    customer.name && el('span.monogram', { 'aria-hidden': 'true' }, initials));
}

/** "Pro plan · renews 1 December", in the words of the subscription's state. */
export function planLine({ plan, status, renewsOn, endsOn }, f) {
  const ending = endsOn ?? (status === 'trialing' ? renewsOn : null);
  const said = endsOn && status !== 'trialing' ? (f.ahead(endsOn) < 0 ? bills.ended : bills.ends) : bills.trialEnds;
  const rest = status === 'past_due' ? bills.status.past_due
    : ending ? f.when(ending, said(f.day(ending)))
      : status === 'active' && renewsOn ? f.when(renewsOn, bills.renews(f.day(renewsOn))) : bills.status[status];
  return [own(bills.plan(plan.name)), ' · ', rest];
}

function urgent({ kind, view, ref }, data, f) {
  const say = urgencies[kind];
  if (!say) return null;
  const { title, line, action, tone = 'warn', sign = 'alert' } = say(ref, data, f);
  return el('li', { 'data-tone': tone }, icon(sign), el('p.strong', null, title),
    el('div.pair', null, el('span.sub', null, line), action ?? el('button.action', { type: 'button', 'data-open': view }, words.show, icon('next'))));
}

const urgencies = {
  payment_failed(number, { billing }, f) {
    const invoice = billing.invoices.items.find((item) => item.number === number);
    return {
      tone: 'bad',
      title: words.payment_failed(invoice?.failedOn && f.day(invoice.failedOn)),
      line: [own(number), invoice && ` · ${f.money(invoice.amountDue)}`],
      action: link(billing.manageUrl, words.updateCard, 'action') ?? link(invoice?.payUrl, words.pay, 'action'),
    };
  },
  parcel_late(number, { orders }, f) {
    const order = orders.items.find((item) => item.number === number);
    const late = order?.shipments.find((parcel) => parcel.expectedOn && f.ahead(parcel.expectedOn) < 0);
    return {
      tone: 'bad', sign: 'clock', title: words.parcel_late(number),
      line: late && f.when(late.expectedOn, parcels.expected(f.day(late.expectedOn))),
    };
  },
  task_blocked(title, { onboarding }) {
    const task = onboarding.tasks.find((item) => item.title === title);
    return { title: words.task_blocked(title), line: task?.blocker && steps.owner[task.blocker.owner] };
  },
  card_expires_before_renewal(_, { billing: { paymentMethod: card, manageUrl } }, f) {
    return {
      sign: 'card',
      title: words.card_expires_before_renewal(card && bills.card(card.brand, card.last4)),
      line: card && bills.expires(f.month(card.expires)),
      action: link(manageUrl, words.updateCard, 'action'),
    };
  },
  trial_ends(_, { billing: { renewsOn, endsOn, plan, manageUrl } }, f) {
    const day = endsOn ?? renewsOn;
    return {
      tone: 'calm', sign: 'clock', title: words.trial_ends(f.day(day)),
      line: `${f.money(plan.price)} ${bills.interval[plan.interval]}`, action: link(manageUrl, words.manage, 'action'),
    };
  },
  seats_full(_, { billing: { seats, manageUrl } }) {
    return {
      tone: 'calm', sign: 'person', title: words.seats_full(seats.total), line: words.seatsHow,
      action: link(manageUrl, words.manage, 'action'),
    };
  },
};

const open = ({ status }) => ['processing', 'shipped', 'out_for_delivery'].includes(status);
const rank = ['failed', 'ready_for_pickup', 'out_for_delivery', 'in_transit', 'preparing', 'returned', 'delivered'];

function newest(items, f) {
  const order = items.find(open) ?? items[0];
  if (!order) return null;
  const parcel = order.shipments.toSorted((a, b) => rank.indexOf(a.status) - rank.indexOf(b.status))[0];
  const { word, tone, icon: sign, step, line } = delivery(order, parcel, f);
  const others = items.filter(open).length - 1;
  return el('button.card_order', { type: 'button', 'data-open': 'orders' },
    el('span.pair', null, el('strong', null, own(parcels.title(order.number))), state(tone, sign, word)),
    el('span.pair', null, step !== undefined && track(step, word), el('span.sub_arrival', null, line ?? f.when(order.placedAt, parcels.placed(f.day(f.dayOf(order.placedAt))))), icon('next')),
    others > 0 && el('span.sub', null, parcels.more(others)));
}

function billingLine({ seats, invoices, status }, f) {
  const owed = invoices.items.filter((item) => item.status === 'open' && item.amountDue.amount > 0);
  const due = owed.length ? bills.due(owed.map((item) => f.money(item.amountDue)).join(' + ')) : invoices.items.length && bills.paid;
  return [seats && bills.seats(seats.used, seats.total), due || bills.status[status]].filter(Boolean).join(' · ');
}

function stepsLine({ done, total, tasks }) {
  const blocked = tasks.filter((task) => task.status === 'blocked').length;
  return [steps.done(done, total), blocked && steps.blocked(blocked)].filter(Boolean).join(' · ');
}

const row = (view, title, line) => el('button.row', { type: 'button', 'data-open': view },
  el('strong', null, title), el('span.sub', null, line), icon('next'));
