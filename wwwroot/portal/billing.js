// What is to pay, the plans and how they are paid, the invoices.
import {
  UNFIT, billingNeeds, cardWords, formats, invoiceNeed, limitOf, owes, priceWords, repayment, say, seatWords,
  subscriptionDay, usageWords, words,
} from './format.js';
import { askAbout, badge, dotted, element, heading, hiddenCard, isolated, link, makeNotice, needCard } from './page.js';

const NEWEST = 3; // of the invoices, about which most is asked
const ABOUT_PLAN = ['wrong_amount', 'question'];

const looks = {
  __proto__: null,
  trialing: ['calm', 'clock'],
  past_due: ['bad', 'alert'],
  open: ['calm', 'clock'],
  overdue: ['bad', 'alert'],
};

export default function billing(data) {
  if (!data.billing) return [makeNotice('empty', 'billing')];
  const format = formats(data);
  const title = heading(words.views.billing);
  if (data.billing.hidden) {
    const counted = amounts(data.billing, format);
    return [title, hiddenCard('billing', data.billing), counted && element('section.card', null, counted)];
  }

  const { subscriptions, invoices } = data.billing;
  const needs = findNeeds(data, format);
  return [
    title,
    needs.length > 0 && element('ul.stack', null, needs),
    ...subscriptions.map((one) => subscription(one, format)),
    payment(data.billing, format),
    invoices && element('section.tight', null,
      element('h2.label', null, words.billing.invoices),
      invoices.items.length > 0 ? years(invoices.items, format) : element('p.sub', null, words.billing.noInvoices),
      invoices.hasMore && link(invoices.allUrl, words.billing.all, 'action')),
  ];
}

// What is to pay comes first, whether or not a payment has failed.
function findNeeds({ billing: bills, attention }, format) {
  const known = attention.filter(({ kind }) => billingNeeds[kind]);
  const told = new Set(known.filter(({ kind }) => kind === 'payment_failed').map(({ ref }) => ref));
  const owed = (bills.invoices?.items ?? []).filter((invoice) => owes(invoice) && !told.has(invoice.number));
  const needs = known.map(({ kind, ref }) => billingNeeds[kind](bills, ref, format));
  needs.splice(told.size, 0, ...owed.map((invoice) => invoiceNeed(invoice, bills, format)));
  return needs.map((need) => needCard(need));
}

function subscription({ plan, manageUrl, ...one }, format) {
  const { status, nextCharge } = one;
  const { manage, restart } = words.attention;
  return element('section.card.stack', null,
    plan && element('div', null,
      element('div.pair', null, element('h2', null, isolated(plan.name)), plan.price && priceWords(plan, format)),
      status !== 'active' && statusBadge(status, words.billing.status[status])),
    nextCharge ? charge(nextCharge, format) : plan && endLine(one, format),
    amounts(one, format),
    link(manageUrl, status === 'cancelled' ? restart : manage, 'action'),
    plan && askAbout('subscription', plan.name, ABOUT_PLAN));
}

function endLine(one, format) {
  const day = subscriptionDay(one, format);
  return day && element('p.sub', null, day);
}

function charge({ on, amount, what }, format) {
  return element('div', null,
    element('p.pair', null,
      element('strong', null, words.billing.next), amount && element('strong', null, format.money(amount))),
    element('p.pair.sub', null, on && format.sentence(on, '{payday}'), what && isolated(what)));
}

function amounts({ seats, usage }, format) {
  const bars = usage.map((one) => usageBar(one, format));
  if (seats) bars.unshift(bar(seatWords(seats), seats.used, seats.total));
  return bars.length > 0 && element('div.stack', null, bars);
}

function usageBar(usage, format) {
  const resets = usage.resetsOn && format.sentence(usage.resetsOn, words.billing.resets);
  return bar(usageWords(usage), usage.used, usage.included, resets, limitOf(usage));
}

function bar(text, used, most, note, limit) {
  const isShare = used !== null && most > 0;
  return element('div.tight', null,
    element('p.pair', null, isolated(text), note && element('span.sub', null, note)),
    isShare && element('progress', { value: Math.min(used, most), max: most, 'aria-label': text }),
    limit && badge(limit));
}

function payment({ paymentMethod, balance }, format) {
  const isOwed = balance?.amount < 0;
  const credit = balance && balance.amount !== 0 && (isOwed ? { ...balance, amount: -balance.amount } : balance);
  if (!paymentMethod && !credit) return null;
  const { expires } = paymentMethod ?? {};
  return element('section.card.tight', null,
    paymentMethod && element('p.pair', null, cardWords(paymentMethod),
      expires && element('span.sub', null, say(words.billing.expires, { month: monthOf(expires, format) }))),
    credit && element('p.pair', null,
      element('span', null, isOwed ? words.billing.debt : words.billing.credit),
      element('span', null, format.money(credit))));
}

function monthOf(month, format) {
  return format.write(month === UNFIT ? month : `${month}-01`, { month: 'short', year: 'numeric' });
}

// The years have headings where there is more than this one.
function years(items, format) {
  const yearOf = ({ issuedOn }) => format.write(issuedOn, { year: 'numeric' });
  const groups = Map.groupBy(items, yearOf);
  const newest = items.slice(0, NEWEST);
  return [...groups].map(([year, invoices]) => element('div.tight', null,
    groups.size > 1 && element('h3.label', null, year),
    element('ul.card.rows', null, invoices.map((invoice) =>
      invoiceRow(invoice, format, invoice.status !== 'paid' || newest.includes(invoice))))));
}

function invoiceRow(invoice, format, isAsked) {
  const { kind, number, description, issuedOn, dueOn, total, status, refund, documentUrl } = invoice;
  const isOverdue = status === 'open' && dueOn && format.daysUntil(dueOn) < 0;
  const shown = isOverdue ? 'overdue' : status;
  const { [kind]: what = UNFIT } = words.billing.kind;
  return element('li.row.bill', null,
    element('div', null,
      element('strong', null,
        element('time', { datetime: issuedOn }, format.write(issuedOn, { day: 'numeric', month: 'long' }))),
      element('p.small', null,
        dotted(kind !== 'invoice' && what, description && isolated(description), isolated(number))),
      refund && element('p.small', null, repayment(refund, format).line),
      isAsked && askAbout('invoice', number, reasonsFor(invoice))),
    element('div.end', null,
      element('span', null, format.money(total)),
      status !== 'paid' && statusBadge(shown, words.billing.invoice[shown])),
    link(documentUrl, ['PDF', element('span.unseen', null, ` ${what} ${number}`)], 'action'));
}

function reasonsFor({ status, refund }) {
  const others = ['wrong_amount', 'unknown_charge', 'question'];
  if (refund) return ['refund_missing', ...others];
  return [status === 'open' ? 'already_paid' : 'charged_twice', ...others];
}

function statusBadge(status, word) {
  const [tone, sign] = looks[status] ?? ['quiet', 'cross'];
  return badge({ tone, sign, word: word ?? UNFIT });
}
