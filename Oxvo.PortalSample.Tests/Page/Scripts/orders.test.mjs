// What the orders' view and the summary's card say: with each member, without it, and at its limits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './document.mjs';
import { useWords } from '../portal/format.js';
import orders from '../portal/orders.js';
import summary from '../portal/summary.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

const eur = (amount) => ({ amount, currency: 'EUR' });
const seen = { at: '2026-03-09T08:00:00Z', status: 'in_transit', place: 'Leiden', text: 'Sorted' };
const parcel = (changed) => ({
  carrier: 'DHL', trackingNumber: 'T-1', trackingUrl: 'https://dhl.example/T-1', proofUrl: null, items: [],
  status: 'in_transit', exception: null, expectedOn: '2026-03-12', expectedFrom: null, expectedBy: null,
  checkpoints: [seen], ...changed,
});
const order = (changed, ...shipments) => ({
  number: '1042', placedAt: '2026-03-05T08:00:00Z', status: 'shipped', total: eur(2500), url: null, refund: null,
  items: [{ title: 'Mug', quantity: 1, price: eur(2500) }], shipments, ...changed,
});
const answer = (...items) => ({
  asOf: '2026-03-10T12:00:00Z', customer: { name: 'Mira', locale: 'en-GB', timeZone: 'UTC' }, attention: [],
  billing: null, orders: { items, hasMore: false, allUrl: null }, onboarding: null,
});
const text = (node) => node.textContent.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(' (opens in a new tab)', '');
const view = (...items) => drawn(orders(answer(...items)));

// What is read in the view of one order, and what is not.
const says = (name, one, holds, lacks = []) => test(name, () => {
  const told = text(view(one));

  for (const words of holds) assert.ok(told.includes(words), told);
  for (const words of lacks) assert.ok(!told.includes(words), told);
});

test('the sentence that a customer came for is the heading of the order', () => {
  const [heading] = view(order({}, parcel())).all('h2');

  assert.equal(text(heading), 'Arrives Thursday');
});

test('a sign is in the heading only where something is not as it should be', () => {
  const signs = [parcel(), parcel({ expectedOn: '2026-03-09' })]
    .map((one) => view(order({}, one)).all('h2')[0].all('svg').length);

  assert.deepEqual(signs, [0, 1]);
});

says('under the heading are the order and where it was seen last', order({}, parcel()),
  ['Arrives ThursdayOrder 1042 · Last seen in Leiden']);
says('an order whose parcel was never seen tells when it was placed', order({}, parcel({ checkpoints: [] })),
  ['Arrives ThursdayOrder 1042 · Placed 5 March']);
says('an order without parcels is told by itself', order({ status: 'processing' }),
  ["PackingOrder 1042 · Placed 5 MarchPackingShippedOut for deliveryDeliveredWe'll tell you the day"]);

test('of the four steps those up to the parcel’s own are filled and its name stands out', () => {
  const [track] = view(order({}, parcel({ status: 'out_for_delivery' }))).withAttribute('role', 'img');

  assert.equal(track.attributes['aria-label'], 'Step 3 of 4: Out for delivery');
  assert.equal(track.attributes['data-tone'], 'calm');
  assert.deepEqual(track.all('strong').map(text), ['Out for delivery']);
});

test('the steps of a late parcel have its tone', () => {
  const [track] = view(order({}, parcel({ expectedOn: '2026-03-08' }))).withAttribute('role', 'img');

  assert.equal(track.attributes['data-tone'], 'bad');
});

says('what is held up tells what happens next',
  order({}, parcel({ status: 'exception', exception: { kind: 'customs', text: 'We sent the <invoice>' } })),
  ['Held at customsOrder 1042', 'Held upOut for delivery', 'We sent the <invoice>']);
says('without what happens next only the exception is told',
  order({}, parcel({ status: 'exception', exception: { kind: 'other', text: null } })), ['Held upOrder'], ['null']);

test('after an attempt that failed a new day can be chosen where the carrier has a page', () => {
  const failed = { status: 'failed', checkpoints: [{ ...seen, status: 'failed' }] };
  const [linked, without] = ['https://dhl.example/T-1', null]
    .map((trackingUrl) => view(order({}, parcel({ ...failed, trackingUrl }))));

  assert.deepEqual(linked.all('a').map(text), ['Choose a new day']);
  assert.equal(without.all('a').length, 0);
  assert.ok(text(without).includes('Nobody was home on 9 March'), text(without));
  assert.ok(text(without).includes('Choose a new day'), text(without));
});

says('a parcel is followed at its carrier', order({}, parcel()), ['DHL T-1Follow it at DHL']);
says('a parcel is followed without the carrier’s name', order({}, parcel({ carrier: null })),
  ['T-1Follow the parcel']);
says('a parcel without a number or a page is told without them',
  order({}, parcel({ trackingNumber: null, trackingUrl: null })), ['Sorted', 'DHL'], ['Follow', 'null']);

test('a proof of delivery is a link, and only https', () => {
  const links = ['https://dhl.example/proof', 'javascript:alert(1)', null]
    .map((proofUrl) => order({ status: 'delivered' }, parcel({ status: 'delivered', proofUrl })))
    .map((one) => view(one).all('a').map(text));

  assert.deepEqual(links, [['Proof of delivery', 'Follow it at DHL'], ['Follow it at DHL'], ['Follow it at DHL']]);
});

const two = order({},
  parcel({ items: [{ title: 'Mug', quantity: null }, { title: 'Tea', quantity: 12 }] }),
  parcel({ trackingNumber: 'T-2', items: [{ title: '<b>Pot</b>', quantity: 1 }] }));
says('of several parcels each tells what is in it', two,
  ['Parcel 1 of 2Mug12 × Tea', 'Parcel 2 of 2<b>Pot</b>', 'T-2']);
says('what is in a parcel that is the only one is told once',
  order({}, parcel({ items: [{ title: 'Mug', quantity: 1 }] })), ['Mug€25.00'], ['Parcel 1']);

test('parcels that stand alike are told once', () => {
  const told = text(view(two));

  assert.equal(told.split('Arrives Thursday').length, 2, told);
});

test('a parcel that stands otherwise tells it and has steps of its own', () => {
  const main = view(order({}, parcel(), parcel({ status: 'delivered' })));

  assert.equal(main.withAttribute('role', 'img').length, 2);
  assert.ok(text(main).includes('Parcel 2 of 2Arrived yesterday at 08:00'), text(main));
});

test('what was seen of several parcels is folded away', () => {
  const lists = view(order({}, parcel(), parcel())).all('details').map((details) => text(details.all('summary')[0]));

  assert.deepEqual(lists, ['1 earlier update', '1 earlier update']);
});

const bought = (...items) => order({ items, total: eur(355200) }, parcel());
says('a line tells how many, what for all of them, and small what for one',
  bought({ title: 'Air One', quantity: 24, price: eur(11500) }), ['24 × Air One€115.00 each€2,760.00']);
says('a line of one tells its price once', bought({ title: 'Air One', quantity: 1, price: eur(11500) }),
  ['Air One€115.00'], ['each', '×']);
says('a line without an amount or a number is told', bought({ title: 'Tea', quantity: 2, price: null },
  { title: 'Pot', quantity: null, price: eur(100) }), ['2 × Tea', 'Pot€1.00'], ['null', 'NaN']);
says('a price that could not be read makes no total', bought({ title: 'Tea', quantity: 2, price: { amount: null } }),
  ['2 × Tea— each—'], ['€0.00']);
says('the dearest line is told whole', bought({ title: 'Art', quantity: 3, price: eur(300_000_000_000_000) }),
  ['3 × Art€3,000,000,000,000.00 each€9,000,000,000,000.00']);

const refunded = { status: 'refunded', amount: eur(87600), on: '2026-03-07' };
says('an order that came back ends with what was refunded',
  order({ status: 'returned', refund: refunded }, parcel({ status: 'returned' })),
  ['Refunded €876.00 on 7 MarchOrder 1042', 'RequestedApprovedOn its wayRefunded']);
says('a refund on its way tells how far it is and how much',
  order({ status: 'returned', refund: { status: 'received', amount: eur(5000), on: '2026-03-09' } }),
  ['Return received, €50.00 followsOrder 1042 · on 9 MarchRequestedApprovedReturn receivedRefunded']);
says('a refund that is declined has no steps',
  order({ status: 'delivered', refund: { status: 'declined', amount: null, on: null } }),
  ['Refund · DeclinedOrder 1042'], ['Requested']);
says('an order on its way with a refund tells both', order({ refund: refunded }, parcel()),
  ['Arrives Thursday', '€25.00Refunded €876.00 on 7 March']);

test('the order that needs the customer comes first, the others are rows that open', () => {
  const main = view(order({}, parcel()), order({ number: '1040' }, parcel({ expectedOn: '2026-03-01' })));

  assert.equal(text(main.all('h2')[0]), 'Late: was expected 1 March');
  assert.equal(text(main.all('summary')[0]), 'Arrives ThursdayOrder 1042€25.00');
});

test('without an open order the newest is told in full', () => {
  const over = (number) => order({ number, status: 'delivered' }, parcel({ status: 'delivered' }));

  const main = view(over('1042'), over('1040'));

  assert.ok(text(main).startsWith('OrdersArrived yesterday at 08:00Order 1042 · Leiden'), text(main));
  assert.equal(main.all('summary').length, 1);
});

// The card in the summary.
const card = (name, items, line, tone) => test(name, () => {
  const [button] = drawn(summary(answer(...items))).withAttribute('data-open', 'orders');

  assert.equal(text(button), line);
  assert.equal(button.attributes['data-tone'], tone);
});
card('the summary tells the sentence, the order and where it is', [order({}, parcel())],
  'Arrives ThursdayOrder 1042 · Last seen in Leiden', 'calm');
card('the summary tells what is late and how long nothing was heard', [order({}, parcel({
  expectedOn: '2026-03-09', checkpoints: [{ ...seen, at: '2026-03-04T08:00:00Z' }] }))],
'Late: was expected yesterdayOrder 1042 · Last seen in LeidenNo news for 6 days', 'bad');
card('the summary tells what happens with what is held up',
  [order({}, parcel({ status: 'exception', exception: { kind: 'customs', text: 'Soon' }, checkpoints: [] }))],
  'Held at customsOrder 1042Soon', 'warn');
card('the summary tells the refund of an order that is over', [order({ status: 'returned', refund: refunded })],
  'Refunded €876.00 on 7 MarchOrder 1042', 'good');
card('the summary counts the other open orders', [order({}, parcel()), order({ number: '1' }, parcel()),
  order({ number: '2', status: 'delivered' })],
'Arrives ThursdayOrder 1042 · Last seen in Leiden1 more on the way', 'calm');

test('an order with a card of its own is not told a second time', () => {
  const items = [order({}, parcel({ expectedOn: '2026-03-09' })), order({ number: '1040' }, parcel())];
  const attention = ['1042', '1040'].map((ref) => ({ kind: 'parcel_late', view: 'orders', ref }));

  const told = drawn(summary({ ...answer(...items), attention })).all('li').map(text);

  assert.deepEqual(told, ['Arrives ThursdayOrder 1040See order']);
});
