// What needs the customer, the newest order, the ways to the rest.
import {
  UNFIT, billingNeeds, formats, isOpen, owes, say, seatWords, standing, stepWords, subscriptionDay, words,
} from './format.js';
import { askWords, badge, button, dotted, element, heading, icon, isolated, needCard, track } from './page.js';

const MOST_NEEDS = 3;

export default function summary(data, own = []) {
  const format = formats(data);
  const { billing, orders, onboarding } = data;
  const needs = findNeeds(data, own, format).slice(0, MOST_NEEDS);
  return [
    header(data),
    needs.length > 0 && element('ul.stack', null, needs),
    orders?.items?.[0] && newestOrder(data, format),
    element('div.card.rows', null,
      orders?.hidden && row('orders', askWords('orders', orders)),
      orders?.items?.length === 0 && row('orders', words.orders.none),
      billing && row('billing', billingLine(billing, format)),
      onboarding?.tasks[0] && steps(data, format),
      own.map(({ name, line }) => row(name, line(data[name], format)))),
  ];
}

function header({ customer, billing }) {
  const name = customer.name.trim();
  const names = name.split(/\s+/);
  const [first, last = ''] = [names.shift(), names.pop()].map((one = '') => [...one][0]);
  // Two letters of a script that joins them can be a word.
  const initials = /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Nko}]/u.test(first) ? first : first + last;
  return element('header.top', null,
    element('div', null,
      heading(isolated(name || words.views.account)),
      billing && element('p.sub', null, planLine(billing))),
    name && element('span.monogram', { 'aria-hidden': true }, initials));
}

function planLine({ subscriptions = [], seats = null }) {
  const counted = seats ?? subscriptions.find((one) => one.seats)?.seats;
  const plans = subscriptions.filter(({ plan }) => plan).map(({ plan }) => isolated(plan.name));
  return dotted(plans, counted && seatWords(counted));
}

function findNeeds({ attention, ...data }, own, format) {
  const owns = Object.assign({ __proto__: null }, ...own.map((section) => section.needs));
  return attention.map(({ kind, view, ref }) => {
    if (billingNeeds[kind]) return needCard(billingNeeds[kind](data.billing, ref, format), view);
    if (kind === 'task_blocked') return isYours(data, ref) && needCard(stepNeed(data, ref), view);
    return owns[kind] && needCard(owns[kind](data, format, ref), view);
  }).filter(Boolean);
}

const blockerOf = ({ onboarding }, title) => onboarding.tasks.find((task) => task.title === title).blocker;
const isYours = (data, title) => (blockerOf(data, title)?.owner ?? 'you') === 'you';
const stepNeed = (data, title) => {
  const about = blockerOf(data, title)?.text ?? words.onboarding.isBlocked;
  return { tone: 'warn', sign: 'alert', title: isolated(title), about };
};

function newestOrder({ orders: { items }, attention }, format) {
  const pressing = attention.find(({ view }) => view === 'orders')?.ref;
  const order = items.find(({ number }) => number === pressing) ?? items.find(isOpen) ?? items[0];
  const stand = standing(order, format);
  const line = stand.line || format.sentence(order.placedAt, words.orders.placed);
  const others = items.filter((other) => isOpen(other) && other !== order).length;
  const look = stand.tone === 'bad' ? 'card.tight.order.need' : 'card.tight.order';
  return button(look, { 'data-open': 'orders', 'data-tone': stand.tone },
    element('span.pair', null, element('strong.answer', null, line), icon('next')),
    element('span.pair', null, isolated(say(words.orders.title, order)), badge(stand)),
    track(stand),
    others > 0 && element('span.sub', null, say(words.orders.more, { n: others })));
}

function billingLine(billing, format) {
  if (billing.hidden) return askWords('billing', billing);
  const { subscriptions: [newest], invoices, balance } = billing;
  const items = invoices?.items ?? [];
  const owed = items.filter((invoice) => owes(invoice) && invoice.amountDue);
  const amount = owed.map(({ amountDue }) => format.money(amountDue)).join(' + ');
  if (amount) return say(words.billing.toPay, { amount });
  const next = nextCharge(billing);
  if (next) {
    const { nextAmount, next: label } = words.billing;
    const text = next.amount ? say(nextAmount, { amount: format.money(next.amount) }) : label;
    return dotted(text, next.on && format.sentence(next.on, '{payday}'));
  }
  if (newest?.status) return subscriptionDay(newest, format) ?? words.billing.status[newest.status];
  if (balance?.amount > 0) return dotted(words.billing.credit, format.money(balance));
  return items[0] && dotted(words.billing.kind[items[0].kind], format.money(items[0].total));
}

// The one whose day comes first.
function nextCharge({ subscriptions }) {
  const charges = subscriptions.map((one) => one.nextCharge).filter(Boolean);
  const dayOf = ({ on }) => on ?? UNFIT; // behind every day
  return charges.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))[0];
}

// The next step, and those that others are working on.
function steps(data, format) {
  const { tasks, ...count } = data.onboarding;
  const open = tasks.filter(({ status }) => status === 'open');
  const next = open.find(({ optional }) => !optional) ?? open[0];
  const waiting = tasks.filter(({ status, title }) => status === 'blocked' && !isYours(data, title));
  const { onboarding } = words;
  const due = next?.dueOn
    && format.sentence(next.dueOn, format.daysUntil(next.dueOn) < 0 ? onboarding.wasDue : onboarding.due);
  return [
    row('onboarding', dotted(due, stepWords(count)), next && [onboarding.next, ' ', isolated(next.title)]),
    ...waiting.map(({ title, blocker }) => row('onboarding', say(onboarding.owner[blocker.owner]), isolated(title))),
  ];
}

function row(view, line, title = words.views[view]) {
  return button('row', { 'data-open': view },
    element('span', null, element('strong', null, title), element('span.sub', null, line)), icon('next'));
}
