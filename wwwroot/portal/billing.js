// The plan, what is owed, how it is paid, and the invoices.
import { el, formats, link, notice, own, state } from './page.js';
import { attention, billing as words, views } from './strings.js';

const looks = {
  open: ['calm', 'clock'], overdue: ['bad', 'alert'], paid: ['good', 'check'], void: ['quiet', 'cross'], uncollectible: ['quiet', 'cross'],
};

export default function billing({ billing: bill, customer, asOf }, f = formats(customer, asOf)) {
  if (!bill) return [notice('no billing')];
  const { invoices: { items, hasMore, allUrl } } = bill;
  const owed = items.filter((item) => item.status === 'open' && item.amountDue.amount > 0);
  return [
    el('h1', { tabindex: -1 }, views.billing),
    owed.length > 0 && el('ul.card_urgent', null, owed.map((item) => due(item, f))),
    plan(bill, f),
    el('section.group', null, el('h2.label', null, words.invoices),
      items.length ? el('ul.card_rows', null, items.map((item) => invoice(item, f))) : el('p.sub', null, words.noInvoices),
      hasMore && link(allUrl, words.all)),
  ];
}

const due = ({ number, amountDue, dueOn, failedOn, payUrl }, f) => el('li', { 'data-tone': failedOn ? 'bad' : 'warn' },
  el('div', null, el('p.strong', null, words.due(f.money(amountDue))),
    el('p.sub', null, own(number), ' · ', f.when(failedOn ?? dueOn, (failedOn ? words.declined : words.dueOn)(f.day(failedOn ?? dueOn))))),
  link(payUrl, attention.pay, 'button'));

function plan({ plan: { name, price, interval }, status, renewsOn, endsOn, seats, paymentMethod, manageUrl }, f) {
  const day = endsOn ?? renewsOn;
  const said = status === 'trialing' ? words.trialEnds : !endsOn ? words.renews : f.ahead(endsOn) < 0 ? words.ended : words.ends;
  const tone = { active: ['good', 'check'], trialing: ['calm', 'clock'], past_due: ['bad', 'alert'] }[status] ?? ['quiet', 'clock'];
  return el('section.card_stack', null,
    el('div.pair', null, el('h2', null, own(words.plan(name))), state(...tone, words.status[status])),
    el('p.pair', null, el('span', null, `${f.money(price)} ${words.interval[interval]}`), day && el('span.sub', null, f.when(day, said(f.day(day))))),
    seats && el('div', null, el('p.pair', null, el('span', null, words.seatsTitle), el('span.sub', null, words.seats(seats.used, seats.total))),
      el('progress', { value: seats.used, max: seats.total, 'aria-label': words.seats(seats.used, seats.total) })),
    el('div.pair', null, el('span', null, words.method), el('span.sub', null, paymentMethod
      ? [own(words.card(paymentMethod.brand, paymentMethod.last4)), ' · ', words.expires(f.month(paymentMethod.expires))] : words.noCard)),
    link(manageUrl, words.manage, 'button_plain'));
}

function invoice({ number, issuedOn, dueOn, total, status, documentUrl }, f) {
  const shown = status === 'open' && f.ahead(dueOn) < 0 ? 'overdue' : status;
  return el('li.row', null, link(documentUrl, own(number)) ?? el('strong', null, own(number)),
    el('span.amount', null, f.money(total)),
    el('span.sub_whole', null, f.when(issuedOn, f.date(issuedOn)), state(...looks[shown], words.invoice[shown])));
}
