// The newest open order in full, the others as rows that open.
import { delivery, el, formats, icon, link, notice, own, state, track } from './page.js';
import { orders as words, views } from './strings.js';

const SHOWN = 3; // checkpoints before the rest is folded away
const isOpen = ({ status }) => ['processing', 'shipped', 'out_for_delivery'].includes(status);

export default function orders({ orders: list, customer, asOf }, f = formats(customer, asOf)) {
  if (!list?.items.length) return [notice('no orders')];
  const first = list.items.find(isOpen);
  const rest = list.items.filter((order) => order !== first);
  return [
    el('h1', { tabindex: -1 }, views.orders),
    first && el('section.card_stack', null,
      el('div.pair', null, el('h2', null, own(words.title(first.number))), standing(first, f)), ...contents(first, f)),
    rest.length > 0 && el('section.group', null,
      first && el('h2.label', null, words.older), el('div.card_rows', null, rest.map((order) => folded(order, f)))),
    list.hasMore && link(list.allUrl, words.all),
  ];
}

const placed = ({ placedAt }, f) => f.when(placedAt, words.placed(f.day(f.dayOf(placedAt))));

function standing(order, f) {
  const { word, tone, icon: sign } = delivery(order, order.shipments.length === 1 ? order.shipments[0] : undefined, f);
  return state(tone, sign, word);
}

const folded = (order, f) => el('details', null,
  el('summary.row', null, el('strong', null, own(words.title(order.number))), standing(order, f), icon('next'),
    el('span.sub_whole', null, placed(order, f), ' · ', f.money(order.total))),
  el('div.stack_inside', null, ...contents(order, f)));

function contents(order, f) {
  const { shipments, items, url, total } = order;
  const parcels = shipments.length ? shipments : order.status === 'processing' ? [undefined] : [];
  return [
    el('p.sub', null, placed(order, f)),
    ...parcels.map((parcel, n) => el('section.parcel', null,
      parcels.length > 1 && el('h3', null, words.parcelOf(n + 1, parcels.length)), ...journey(order, parcel, f, parcels.length > 1))),
    el('ul.items', null, items.map((item) => el('li.pair', null, own(item.title),
      el('span.amount', null, item.quantity > 1 ? words.times(item.quantity, f.money(item.price)) : f.money(item.price))))),
    el('p.pair.strong', null, el('span', null, words.total), el('span.amount', null, f.money(total))),
    link(url, words.details),
  ];
}

function journey(order, parcel, f, named) {
  const { word, tone, icon: sign, step, line } = delivery(order, parcel, f);
  const { carrier, trackingNumber, trackingUrl, checkpoints = [] } = parcel ?? {};
  const newestFirst = checkpoints.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).map((point) => checkpoint(point, f));
  const earlier = newestFirst.slice(SHOWN);
  return [
    named && state(tone, sign, word),
    step !== undefined && el('div.steps', null, track(step, word), el('p.names', { 'aria-hidden': 'true' },
      words.steps.map((name) => el('span', null, name)))),
    line && el('p.lead', null, line),
    carrier && el('p.sub', null, own(carrier), ' ',
      link(trackingUrl, words.track(trackingNumber ?? '')) ?? (trackingNumber && own(trackingNumber))),
    el('ol.path', null, newestFirst.slice(0, SHOWN)),
    earlier.length > 0 && el('details', null, el('summary.link', null, words.earlier(earlier.length)), el('ol.path', null, earlier)),
  ];
}

const checkpoint = ({ at, status, place, text }, f) => el('li', null,
  el('p', null, text ? own(text) : words.parcel[status]),
  el('p.small', null, place && own(place), place && ' · ', f.when(at, f.at(at))));
