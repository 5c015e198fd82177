// What is owed, the plan and how it is paid, the invoices.
import { formats, subscriptionDay } from './format.js';
import { badge, element, heading, icon, isolated, link, makeNotice } from './page.js';
import { attention, billing as words, views } from './strings.js';

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
  const { items, hasMore, allUrl } = data.billing.invoices;
  const owed = items.filter(({ status, amountDue }) => status === 'open' && amountDue.amount > 0);
  const rows = items.map((invoice) => invoiceRow(invoice, format));
  return [
    heading(views.billing),
    owed.length > 0 && element('ul.card.stack.urgent', null, owed.map((invoice) => owedInvoice(invoice, format))),
    subscription(data.billing, format),
    element('section.tight', null,
      element('h2.label', null, words.invoices),
      rows.length > 0 ? element('ul.card.rows', null, rows) : element('p.sub.label', null, words.noInvoices),
      hasMore && link(allUrl, words.all)),
  ];
}

function statusBadge(status, word) {
  const [tone, sign] = looks[status] ?? ['quiet', 'cross'];
  return badge({ tone, sign, word });
}

function owedInvoice({ number, amountDue, dueOn, failedOn, payUrl }, format) {
  const due = dueOn && format.sentence(dueOn, words.dueOn);
  const line = failedOn ? format.sentence(failedOn, words.declined) : due;
  return element('li', { 'data-tone': failedOn ? 'bad' : 'warn' },
    icon('alert'), element('strong', null, words.due(format.money(amountDue))),
    element('div.pair', null,
      element('span.sub', null, isolated(number), line && ' · ', line),
      link(payUrl, attention.pay, 'button')));
}

function subscription(billing, format) {
  const { plan, status, seats, manageUrl } = billing;
  const day = subscriptionDay(billing, format);
  return element('section.card.stack', null,
    element('div', null,
      element('div.pair', null,
        element('h2', null, isolated(words.plan(plan.name))),
        statusBadge(status, words.status[status])),
      element('p.pair', null,
        words.price(format.money(plan.price), plan.interval),
        day && element('span.sub', null, day))),
    seats && seatsTaken(seats),
    payment(billing.paymentMethod, format),
    link(manageUrl, attention.manage));
}

function seatsTaken({ used, total }) {
  const text = words.seats(used, total);
  return element('div.tight', null,
    element('p', null, text), element('progress', { value: used, max: total, 'aria-label': text }));
}

function payment(card, format) {
  if (!card) return element('p.pair', null, words.noCard);
  const { brand, last4, expires } = card;
  return element('p.pair', null, isolated(words.card(brand, last4)),
    expires && element('span.sub', null, words.expires(monthOf(expires, format))));
}

const monthOf = (month, format) => format.write(`${month}-01`, { month: 'short', year: 'numeric' });

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
        statusBadge(shown, words.invoice[shown]))));
}
