// What needs the customer, the newest order, the ways to the rest.
import {
  UNFIT, billingNeeds, dueWords, formats, isOpen, isTroubled, isWithOthers, leadingOrder, owes, say, seatWords,
  standing, stepWords, stepsLeft, subscriptionDay, words,
} from './format.js';
import { askWords, button, dotted, element, heading, icon, isolated, needCard, track } from './page.js';

const MOST_NEEDS = 3;

export default function summary(data, own = []) {
  const format = formats(data);
  const { billing, orders, onboarding } = data;
  const leading = orders?.items?.[0] && leadingOrder(orders.items, format);
  const needs = findNeeds(data, own, leading, format).slice(0, MOST_NEEDS);
  return [
    header(data),
    needs.length > 0 && element('ul.stack', null, needs),
    leading && orderCard(leading, orders.items, format),
    element('div.card.rows', null,
      orders && !leading && row('orders', orders.hidden ? askWords('orders', orders) : words.orders.none),
      billing && row('billing', billing.hidden ? askWords('billing', billing) : billingLine(billing, format)),
      onboarding?.tasks[0] && steps(onboarding, format),
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

// What others are working on, and the order with a card of its own, are told below.
function findNeeds({ attention, ...data }, own, leading, format) {
  const owns = Object.assign({ __proto__: null }, ...own.map((section) => section.needs));
  return attention.map(({ kind, view, ref }) => {
    if (billingNeeds[kind]) return needCard(billingNeeds[kind](data.billing, ref, format), view);
    if (kind === 'task_blocked') return stepNeed(data, ref, view);
    if (owns[kind]) return needCard(owns[kind](data, format, ref), view);
    return kind.startsWith('parcel_') && ref !== leading.number && needCard(orderNeed(data, ref, format), view);
  }).filter(Boolean);
}

function stepNeed({ onboarding }, title, view) {
  const task = onboarding.tasks.find((one) => one.title === title && one.status === 'blocked');
  if (isWithOthers(task)) return null;
  return needCard({ tone: 'warn', sign: 'alert', title: isolated(title), about: task.blocker.text }, view);
}

function orderNeed({ orders }, number, format) {
  const { tone, sign, line } = standing(orders.items.find((order) => order.number === number), format);
  return { tone, sign, title: line, about: say(words.orders.title, { number }) };
}

// The order that is told first, with what it needs from the customer.
function orderCard(order, items, format) {
  const stand = standing(order, format);
  const n = items.filter(isOpen).length - isOpen(order);
  const next = stand.next ?? stand.action;
  const look = isTroubled(stand) ? 'card.tight.order.tinted' : 'card.tight.order';
  return button(look, { 'data-open': 'orders', 'data-tone': stand.tone },
    element('span.pair', null,
      element('strong', null, isTroubled(stand) && icon(stand.sign), stand.line), icon('next')),
    element('span.sub', null,
      dotted(isolated(say(words.orders.title, order)), stand.seen && isolated(stand.seen))),
    next && element('span', null, isolated(next)),
    track(stand),
    n > 0 && element('span.sub', null, say(words.orders.more, { n })));
}

function billingLine({ subscriptions, invoices, balance }, format) {
  const items = invoices?.items ?? [];
  const owed = items.filter((invoice) => owes(invoice) && invoice.amountDue);
  const amount = owed.map(({ amountDue }) => format.money(amountDue)).join(' + ');
  if (amount) return say(words.billing.toPay, { amount });
  const next = nextCharge(subscriptions);
  if (next) {
    return dotted(words.billing.next, format.money(next.amount), next.on && format.sentence(next.on, '{payday}'));
  }
  const [newest] = subscriptions;
  if (newest?.status) return subscriptionDay(newest, format) ?? words.billing.status[newest.status];
  if (balance?.amount > 0) return dotted(words.billing.credit, format.money(balance));
  return items[0] && dotted(words.billing.kind[items[0].kind], format.money(items[0].total));
}

// The one whose day comes first; an unknown day is behind every other.
function nextCharge(subscriptions) {
  const day = ({ on }) => on ?? UNFIT;
  return subscriptions.flatMap((one) => one.nextCharge ?? [])
    .reduce((first, one) => (first && day(first) <= day(one) ? first : one), null);
}

// The next step that is not told above, and those that others are working on.
function steps(onboarding, format) {
  const left = stepsLeft(onboarding);
  const next = left.find(({ status }) => status !== 'blocked');
  const line = [next?.dueOn && dueWords(next.dueOn, format), stepWords(onboarding)];
  const head = next ? [dotted(words.onboarding.next, line), isolated(next.title)] : [dotted(line)];
  return [
    row('onboarding', ...head),
    left.filter(isWithOthers).map(({ title, blocker }) =>
      row('onboarding', say(words.onboarding[blocker?.owner === 'us' ? 'us' : 'waiting']), isolated(title))),
  ].flat();
}

function row(view, line, title = words.views[view]) {
  return button('row', { 'data-open': view },
    element('span', null, element('strong', null, title), element('span.sub', null, line)), icon('next'));
}
