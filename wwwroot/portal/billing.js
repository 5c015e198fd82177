// What is owed, the plan and how it is paid, the invoices.
import { UNFIT, cardWords, formats, priceWords, say, seatWords, subscriptionDay, words } from './format.js';
import { badge, element, heading, icon, isolated, link, makeNotice } from './page.js';

const looks = {
  __proto__: null,
  active: ['good', 'check'],
  trialing: ['calm', 'clock'],
  past_due: ['bad', 'alert'],
  open: ['calm', 'clock'],
  overdue: ['bad', 'alert'],
  paid: ['good', 'check'],
};

export default function billing(data) {
  if (!data.billing) return [makeNotice('empty', 'billing')];
  const format = formats(data);
  const { items, hasMore, allUrl } = data.billing.invoices ?? { items: [] };
  const owed = items.filter(({ status, amountDue }) => status === 'open' && amountDue?.amount !== 0);
  const rows = items.map((invoice) => invoiceRow(invoice, format));
  return [
    heading(words.views.billing),
    owed.length > 0 && element('ul.card.stack.urgent', null, owed.map((invoice) => owedInvoice(invoice, format))),
    subscription(data.billing, format),
    data.billing.invoices && element('section.tight', null,
      element('h2.label', null, words.billing.invoices),
      rows.length > 0 ? element('ul.card.rows', null, rows) : element('p.sub.label', null, words.billing.noInvoices),
      hasMore && link(allUrl, words.billing.all)),
  ];
}

function statusBadge(status, word) {
  const [tone, sign] = looks[status] ?? ['quiet', 'cross'];
  return badge({ tone, sign, word: word ?? UNFIT });
}

function owedInvoice({ number, amountDue, dueOn, failedOn, payUrl }, format) {
  const due = dueOn && format.sentence(dueOn, words.billing.dueOn);
  const { due: amount, invoice } = words.billing;
  const title = amountDue ? say(amount, { amount: format.money(amountDue) }) : invoice.open;
  const line = failedOn ? format.sentence(failedOn, words.billing.declined) : due;
  return element('li', { 'data-tone': failedOn ? 'bad' : 'warn' },
    icon('alert'), element('strong', null, title),
    element('div.pair', null,
      element('span.sub', null, isolated(number), line && ' · ', line),
      link(payUrl, words.attention.pay, 'button')));
}

function subscription(billing, format) {
  const { plan, seats, usage, paymentMethod, manageUrl } = billing;
  const parts = [
    plan && subscribedTo(plan, billing, format),
    seats && amountUsed(seats.used, seats.total, seatWords(seats)),
    ...usage.map((one) => usedOf(one, format)),
    paymentMethod && payment(paymentMethod, format),
    link(manageUrl, words.attention.manage),
  ].filter(Boolean);
  return parts.length > 0 && element('section.card.stack', null, parts);
}

function subscribedTo(plan, billing, format) {
  const { status } = billing;
  const day = subscriptionDay(billing, format);
  return element('div', null,
    element('div.pair', null,
      element('h2', null, isolated(plan.name)),
      statusBadge(status, words.billing.status[status])),
    element('p.pair', null,
      plan.price && priceWords(plan, format),
      day && element('span.sub', null, day)));
}

function usedOf({ name, used, included, unit, resetsOn }, format) {
  const message = included ? words.billing.usageOf : words.billing.usage;
  const text = say(message, { name, used, included, unit: unit ?? '' });
  return amountUsed(used, included, text, resetsOn && format.sentence(resetsOn, words.billing.resets));
}

function amountUsed(used, most, text, note) {
  const isShare = used !== null && most > 0;
  return element('div.tight', null,
    element('p.pair', null, isolated(text), note && element('span.sub', null, note)),
    isShare && element('progress', { value: used, max: most, 'aria-label': text }));
}

function payment({ expires, ...card }, format) {
  return element('p.pair', null, cardWords(card),
    expires && element('span.sub', null, say(words.billing.expires, { month: monthOf(expires, format) })));
}

function monthOf(month, format) {
  return format.write(month === UNFIT ? month : `${month}-01`, { month: 'short', year: 'numeric' });
}

function invoiceRow({ number, issuedOn, dueOn, total, status, documentUrl }, format) {
  const isOverdue = status === 'open' && dueOn && format.daysUntil(dueOn) < 0;
  const shown = isOverdue ? 'overdue' : status;
  return element('li.row', null,
    element('div', null,
      element('div.pair', null,
        link(documentUrl, isolated(number)) ?? element('strong', null, isolated(number)),
        element('span', null, format.money(total))),
      element('div.pair.sub', null,
        element('time', { datetime: issuedOn }, format.write(issuedOn, { dateStyle: 'medium' })),
        statusBadge(shown, words.billing.invoice[shown]))));
}
