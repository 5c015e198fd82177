// What is owed, the plan and how it is paid, the invoices.
import { formats } from './format.js';
import { el, heading, icon, link, notice, own, state } from './page.js';
import { attention, billing as words, views } from './strings.js';

const tones = {
  active: ['good', 'check'], trialing: ['calm', 'clock'], past_due: ['bad', 'alert'],
  open: ['calm', 'clock'], overdue: ['bad', 'alert'], paid: ['good', 'check'],
};
const standing = (status, word) => {
  const [tone, sign] = tones[status] ?? ['quiet', 'cross'];
  return state({ tone, sign, word });
};

export default function billing(data) {
  if (!data.billing) return [notice('empty', 'billing')];
  const f = formats(data);
  const { items, hasMore, allUrl } = data.billing.invoices;
  const owed = items.filter(({ status, amountDue }) => status === 'open' && amountDue.amount > 0);
  return [
    heading(views.billing),
    owed.length > 0 && el('ul.card.stack.urgent', null, owed.map((invoice) => due(invoice, f))),
    plan(data.billing, f),
    el('section.tight', null, el('h2.label', null, words.invoices),
      items.length ? el('ul.card.rows', null, items.map((invoice) => row(invoice, f))) : el('p.sub.label', null, words.noInvoices),
      hasMore && link(allUrl, words.all)),
  ];
}

function due({ number, amountDue, dueOn, failedOn, payUrl }, f) {
  const line = failedOn ? f.on(failedOn, words.declined) : dueOn && f.on(dueOn, words.dueOn);
  return el('li', { 'data-tone': failedOn ? 'bad' : 'warn' }, icon('alert'), el('strong', null, words.due(f.money(amountDue))),
    el('div.pair', null, el('span.sub', null, own(number), line && ' · ', line), link(payUrl, attention.pay, 'button')));
}

function plan({ plan: { name, price, interval }, status, renewsOn, endsOn, seats, paymentMethod: card, manageUrl }, f) {
  const day = status !== 'paused' && (endsOn ?? renewsOn);
  const say = status === 'trialing' ? words.trialEnds : !endsOn ? words.renews : f.ahead(day) < 0 ? words.ended : words.ends;
  return el('section.card.stack', null,
    el('div', null, el('div.pair', null, el('h2', null, own(words.plan(name))), standing(status, words.status[status])),
      el('p.pair', null, words.price(f.money(price), interval), day && el('span.sub', null, f.on(day, say)))),
    seats && el('div.tight', null, el('p', null, words.seats(seats.used, seats.total)),
      el('progress', { value: seats.used, max: seats.total, 'aria-label': words.seats(seats.used, seats.total) })),
    el('p.pair', null, card ? own(words.card(card.brand, card.last4)) : words.noCard,
      card?.expires && el('span.sub', null, words.expires(f.write(`${card.expires}-01`, { month: 'short', year: 'numeric' })))),
    link(manageUrl, attention.manage));
}

function row({ number, issuedOn, dueOn, total, status, documentUrl }, f) {
  const shown = status === 'open' && dueOn && f.ahead(dueOn) < 0 ? 'overdue' : status;
  return el('li.row', null, el('div', null,
    el('div.pair', null, link(documentUrl, own(number)) ?? el('strong', null, own(number)), el('span', null, f.money(total))),
    el('div.pair.sub', null, el('time', { datetime: issuedOn }, f.write(issuedOn, { dateStyle: 'medium' })), standing(shown, words.invoice[shown]))));
}
