// The newest open order in full, the others as rows that open.
import { delivery, formats, isOpen, say, standing, words } from './format.js';
import { badge, element, heading, hiddenCard, icon, isolated, link, makeNotice, track } from './page.js';

const SHOWN = 3; // checkpoints, before the rest is folded away
const STEPS = ['processing', 'shipped', 'out_for_delivery', 'delivered'];

export default function orders(data) {
  if (data.orders?.hidden) return [heading(words.views.orders), hiddenCard('orders', data.orders)];
  if (!data.orders?.items.length) return [makeNotice('empty', 'orders')];
  const format = formats(data);
  const { items, hasMore, allUrl } = data.orders;
  const first = items.find(isOpen);
  const rest = items.filter((order) => order !== first);
  return [
    heading(words.views.orders),
    first && element('section.card.stack', null,
      element('div', null,
        element('div.pair', null,
          element('h2', null, isolated(say(words.orders.title, first))),
          badge(standing(first, format))),
        placedLine(first, format)),
      ...contents(first, format)),
    rest.length > 0 && element('section.tight', null,
      first && element('h2.label', null, words.orders.older),
      element('div.card.rows', null, rest.map((order, n) => foldedOrder(order, format, !first && n === 0)))),
    hasMore && link(allUrl, words.orders.all),
  ];
}

function placedLine({ placedAt }, format) {
  return element('span.sub', null, format.sentence(placedAt, words.orders.placed));
}

function foldedOrder(order, format, isOpened) {
  return element('details', isOpened ? { open: true } : null,
    element('summary.row', null,
      element('div', null,
        element('div.pair', null,
          element('strong', null, isolated(say(words.orders.title, order))),
          badge(standing(order, format))),
        element('div.pair.sub', null, placedLine(order, format), format.money(order.total))),
      icon('next')),
    element('div.stack.inside', null, ...contents(order, format)));
}

function contents(order, format) {
  return [...parcels(order, format), items(order, format), link(order.url, words.orders.details)];
}

function parcels(order, format) {
  const { shipments } = order;
  if (shipments.length > 0) {
    return shipments.map((parcel, n) => element('section.tight.parcel', null,
      shipments.length > 1 && parcelHeading(parcel, n + 1, shipments.length, format),
      ...journey(parcel, format)));
  }
  return isOpen(order) ? [element('section.tight.parcel', null, ...journey(order, format))] : [];
}

function parcelHeading(parcel, number, total, format) {
  return element('h3.pair', null, say(words.orders.parcel, { parcel: number, total }), badge(delivery(parcel, format)));
}

function items({ items: bought, total }, format) {
  return element('ul.tight.items', null,
    bought.map((item) => element('li.pair', null,
      element('span', null, isolated(item.title)),
      element('span', null, priceOf(item, format)))),
    total && element('li.pair', null, element('strong', null, words.orders.total),
      element('strong', null, format.money(total))));
}

function priceOf({ quantity, price }, format) {
  const amount = format.money(price);
  return quantity > 1 && price ? say(words.orders.times, { quantity, price: amount }) : amount;
}

function journey(parcel, format) {
  const stand = delivery(parcel, format);
  const steps = STEPS.map((step) => words.orders.status[step]);
  const { status, carrier, trackingNumber, trackingUrl, checkpoints = [] } = parcel;
  const places = checkpoints.map((checkpoint) => passed(checkpoint, format));
  const earlier = places.slice(SHOWN);
  return [
    track(stand, status === 'ready_for_pickup' ? steps.with(2, stand.word) : steps),
    stand.line && element('p', null, element('strong', null, stand.line)),
    (carrier || trackingNumber) && element('p.pair', null,
      element('span.sub', null, isolated(carrier), ' ', trackingNumber && isolated(trackingNumber)),
      link(trackingUrl, words.orders.track)),
    places.length > 0 && element('ol.path', null, places.slice(0, SHOWN)),
    earlier.length > 0 && element('details', null,
      element('summary.link', null, say(words.orders.earlier, { n: earlier.length }), icon('next')),
      element('ol.path', null, earlier)),
  ];
}

function passed({ at, status, place, text }, format) {
  return element('li', null,
    element('p', null, isolated(text ?? words.orders.status[status])),
    element('p.small', null, place && isolated(place), place && ' · ', format.sentence(at, words.days.at)));
}
