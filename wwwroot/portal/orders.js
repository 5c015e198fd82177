// The order that matters most in full, the others as rows that open.
import { delivery, formats, isTroubled, leadingOrder, repayment, say, standing, words } from './format.js';
import { askAbout, dotted, element, heading, hiddenCard, icon, isolated, link, makeNotice, track } from './page.js';

const SHOWN = 3; // checkpoints, before the rest is folded away
const STEPS = ['processing', 'shipped', 'out_for_delivery', 'delivered'];
const REFUND_STEPS = ['requested', 'approved', 'on_the_way', 'refunded'];

export default function orders(data) {
  if (data.orders?.hidden) return [heading(words.views.orders), hiddenCard('orders', data.orders)];
  if (!data.orders?.items.length) return [makeNotice('empty', 'orders')];
  const format = formats(data);
  const { items, hasMore, allUrl } = data.orders;
  const first = leadingOrder(items, format);
  const rest = items.filter((order) => order !== first);
  return [
    heading(words.views.orders),
    firstOrder(first, format),
    rest.length > 0 && element('section.tight', null,
      element('h2.label', null, words.orders.older),
      element('div.card.rows', null, rest.map((order) => foldedOrder(order, format)))),
    hasMore && link(allUrl, words.orders.all, 'action'),
  ];
}

function firstOrder(order, format) {
  const stand = standing(order, format);
  return element('section.card.stack', { 'data-tone': stand.tone },
    element('div', null,
      element('h2.answer', null, ...answer(stand)),
      element('p.sub', null, title(order), ' · ', isolated(stand.seen ?? placed(order, format)))),
    ...contents(order, stand, format, stand.seen && placed(order, format)));
}

function foldedOrder(order, format) {
  const stand = standing(order, format);
  return element('details', null,
    element('summary.row', { 'data-tone': stand.tone },
      element('div', null,
        element('strong.answer', null, ...answer(stand)),
        element('div.pair', null,
          element('span.sub', null, dotted(title(order), !stand.line.datetime && placed(order, format))),
          element('span.sub', null, format.money(order.total)))),
      icon('next')),
    element('div.stack.inside', { 'data-tone': stand.tone }, ...contents(order, stand, format)));
}

// What the customer came for; a sign only where something is not as it should be.
const answer = (stand) => [isTroubled(stand) && icon(stand.sign), stand.line];
const title = ({ number }) => isolated(say(words.orders.title, { number }));
const placed = ({ placedAt }, format) => format.sentence(placedAt, words.orders.placed);

function contents(order, stand, format, placedOn = null) {
  const { number, status, shipments, refund, url } = order;
  const isOne = shipments.length === 1;
  return [
    way(stand),
    stand.next && element('p', null, isolated(stand.next)),
    ...shipments.map((parcel, n) => element(isOne ? 'section.tight' : 'section.tight.parcel', null,
      ...isOne ? journey(parcel, format, SHOWN) : oneOfMany(parcel, n + 1, shipments.length, stand, format))),
    bought(order, format),
    refund && !stand.isRefund && element('p', null, repayment(refund, format).line),
    element('p.pair', null, link(url, words.orders.details, 'action'), placedOn && element('span.sub', null, placedOn)),
    askAbout('order', number, reasonsFor(status, stand)),
  ];
}

/** The four steps of a parcel or of a refund, with the word of its own. */
function way(stand) {
  if (stand.isRefund) return track(stand, stepsOf(REFUND_STEPS, words.refund.status, stand));
  return track(stand, stepsOf(STEPS, words.orders.status, stand));
}

const stepsOf = (steps, names, { step, word }) => steps.map((name, n) => (n === step ? word : names[name]));

// Of several parcels each says what differs from the order's own head.
function oneOfMany(parcel, number, total, head, format) {
  const stand = delivery(parcel, format);
  const isHeads = stand.word === head.word && sameText(stand.line, head.line);
  return [
    element('h3', null, say(words.orders.parcel, { parcel: number, total })),
    !isHeads && element('p', { 'data-tone': stand.tone }, element('strong.answer', null, ...answer(stand))),
    !isHeads && stand.next && element('p', null, isolated(stand.next)),
    !isHeads && way(stand),
    parcel.items.length > 0 && element('ul', null,
      parcel.items.map((item) => element('li', null, ...amountOf(item, format)))),
    ...journey(parcel, format, 0),
    parcel.trackingNumber && askAbout('parcel', parcel.trackingNumber, reasonsFor(parcel.status, stand)),
  ];
}

// What is asked most of a parcel, or of an order, that stands like this.
function reasonsFor(status, stand) {
  if (stand.isRefund || stand.step === undefined) return ['refund_missing', 'question'];
  if (status === 'delivered') return ['not_here', 'damaged', 'missing', 'wrong_item', 'question'];
  return isTroubled(stand) ? ['late', 'stuck', 'wrong_address', 'question'] : ['wrong_address', 'question'];
}

const sameText = (one, other) => (one?.text ?? one) === (other?.text ?? other);

function journey(parcel, format, shown) {
  const { carrier, trackingNumber, trackingUrl, proofUrl, checkpoints } = parcel;
  const places = checkpoints.map((checkpoint) => passed(checkpoint, format));
  const folded = places.slice(shown);
  const { action } = delivery(parcel, format);
  const follow = carrier ? say(words.orders.track, { carrier }) : words.orders.trackAny;
  return [
    action && (link(trackingUrl, action, 'button') ?? element('p', null, action)),
    places.length > 0 && element('div', null,
      shown > 0 && element('ol.path.newest', null, places.slice(0, shown)),
      folded.length > 0 && element('details', null,
        element('summary.action', null, say(words.orders.earlier, { n: folded.length }), icon('next')),
        element(shown > 0 ? 'ol.path' : 'ol.path.newest', null, folded))),
    (carrier || trackingNumber) && element('p.sub', null,
      isolated(carrier), ' ', trackingNumber && isolated(trackingNumber)),
    link(proofUrl, words.orders.proof, 'button.quiet'),
    !action && link(trackingUrl, follow, 'button.quiet'),
  ];
}

function passed({ at, status, place, text }, format) {
  return element('li', null,
    element('p', null, isolated(text ?? words.orders.status[status])),
    element('p.small', null, dotted(place && isolated(place), format.sentence(at, words.days.at))));
}

function bought({ items, total }, format) {
  return element('ul.tight.items', null,
    items.map((item) => element('li.pair', null,
      element('span', null, ...amountOf(item, format),
        item.quantity > 1 && item.price && element('span.small', null,
          say(words.orders.each, { price: format.money(item.price) }))),
      element('span', null, format.money(lineTotal(item))))),
    total && element('li.pair', null, element('strong', null, words.orders.total),
      element('strong', null, format.money(total))));
}

// A price that could not be read makes no total.
function lineTotal({ quantity, price }) {
  return price?.amount ? { ...price, amount: price.amount * (quantity ?? 1) } : price;
}

const amountOf = ({ quantity, title }, format) =>
  [quantity > 1 && `${format.number(quantity)} × `, isolated(title)];
