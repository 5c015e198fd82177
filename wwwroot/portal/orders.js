// The newest open order in full, the others as rows that open.
import { delivery, formats, isOpen, standing } from './format.js';
import { el, heading, icon, link, notice, own, state, track } from './page.js';
import { at, orders as words, views } from './strings.js';

const SHOWN = 3; // checkpoints, before the rest is folded away
const steps = ['processing', 'shipped', 'out_for_delivery', 'delivered'].map((status) => words.status[status]);

export default function orders(data) {
  if (!data.orders?.items.length) return [notice('empty', 'orders')];
  const f = formats(data);
  const { items, hasMore, allUrl } = data.orders;
  const first = items.find(isOpen);
  const rest = items.filter((order) => order !== first);
  return [
    heading(views.orders),
    first && el('section.card.stack', null,
      el('div', null, el('div.pair', null, el('h2', null, own(words.title(first.number))), state(standing(first, f))), placed(first, f)),
      ...contents(first, f)),
    rest.length > 0 && el('section.tight', null, first && el('h2.label', null, words.older),
      el('div.card.rows', null, rest.map((order, n) => folded(order, f, !first && n === 0)))),
    hasMore && link(allUrl, words.all),
  ];
}

const placed = ({ placedAt }, f) => el('span.sub', null, f.on(placedAt, words.placed));

const folded = (order, f, open) => el('details', open ? { open } : null,
  el('summary.row', null, el('div', null,
    el('div.pair', null, el('strong', null, own(words.title(order.number))), state(standing(order, f))),
    el('div.pair.sub', null, placed(order, f), f.money(order.total))), icon('next')),
  el('div.stack.inside', null, ...contents(order, f)));

function contents(order, f) {
  const { shipments, items, url, total } = order;
  return [
    shipments.length ? shipments.map((parcel, n) => el('section.tight.parcel', null,
      shipments.length > 1 && el('h3.pair', null, words.parcel(n + 1, shipments.length), state(delivery(parcel, f))), ...journey(parcel, f)))
      : isOpen(order) && el('section.tight.parcel', null, ...journey(order, f)),
    el('ul.tight.items', null, items.map(({ title, quantity, price }) => el('li.pair', null, el('span', null, own(title)),
      el('span', null, quantity > 1 ? words.times(quantity, f.money(price)) : f.money(price)))),
      el('li.pair', null, el('strong', null, words.total), el('strong', null, f.money(total)))),
    link(url, words.details),
  ].flat();
}

function journey(parcel, f) {
  const stand = delivery(parcel, f);
  const { carrier, trackingNumber, trackingUrl, checkpoints = [] } = parcel;
  const places = checkpoints.map((checkpoint) => passed(checkpoint, f));
  const earlier = places.splice(SHOWN);
  return [
    track(stand, parcel.status === 'ready_for_pickup' ? steps.with(2, stand.word) : steps),
    stand.line && el('p', null, el('strong', null, stand.line)),
    carrier && el('p.pair', null, el('span.sub', null, own(carrier), ' ', trackingNumber && own(trackingNumber)), link(trackingUrl, words.track)),
    places.length > 0 && el('ol.path', null, places),
    earlier.length > 0 && el('details', null, el('summary.link', null, words.earlier(earlier.length), icon('next')), el('ol.path', null, earlier)),
  ];
}

const passed = ({ at: instant, place, text }, f) => el('li', null, el('p', null, own(text)),
  el('p.small', null, place && own(place), place && ' · ', f.on(instant, String, at)));
