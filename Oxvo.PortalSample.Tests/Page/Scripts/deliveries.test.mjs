// How a parcel stands, and what speaks for an order of several.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  delivery, formats, isOpen, leadingOrder, repayment, standing, stepsLeft, useWords,
} from '../portal/format.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

const f = formats({ customer: { locale: 'en-GB', timeZone: 'Europe/Berlin' }, asOf: '2026-03-10T12:00:00Z' });
const arrived = { at: '2026-03-10T08:05:00Z', place: 'Berlin', text: 'Handed over' };

const text = (line) => (line?.text ?? line) || null;

// What is not told is as a parcel on its way has it.
const parcel = (name, values, expected) => test(name, () => {
  const { line, seen, next, action, ...stand } =
    delivery({ expectedOn: null, expectedFrom: null, expectedBy: null, checkpoints: [], ...values }, f);

  const told = { ...stand, line: text(line), seen: text(seen), next: text(next), action };
  assert.deepEqual(told, { tone: 'calm', sign: 'truck', seen: null, next: null, action: null, ...expected });
});

parcel('a parcel that is prepared has no day yet', { status: 'preparing' },
  { step: 0, sign: 'box', word: 'Packing', line: 'Packing', next: "We'll tell you the day when it ships" });
parcel('an order in processing has no day yet', { status: 'processing', checkpoints: undefined },
  { step: 0, sign: 'box', word: 'Packing', line: 'Packing', next: "We'll tell you the day when it ships" });
parcel('a parcel in transit tells its day', { status: 'in_transit', expectedOn: '2026-03-12' },
  { step: 1, word: 'Shipped', line: 'Arrives Thursday' });
parcel('a parcel in transit tells where it was seen last',
  { status: 'in_transit', expectedOn: '2026-03-12', checkpoints: [{ ...arrived, place: 'Depot <2>' }] },
  { step: 1, word: 'Shipped', line: 'Arrives Thursday', seen: 'Last seen in Depot <2>' });
parcel('a parcel in transit without a day has its status as its line', { status: 'in_transit' },
  { step: 1, word: 'Shipped', line: 'Shipped' });
parcel('an order without parcels that was shipped is in transit', { status: 'shipped', checkpoints: undefined },
  { step: 1, word: 'Shipped', line: 'Shipped' });
parcel('a parcel that is out for delivery tells its time',
  {
    status: 'out_for_delivery', expectedOn: '2026-03-10', expectedBy: '2026-03-10T17:00:00Z', checkpoints: [arrived],
  },
  { step: 2, word: 'Out for delivery', line: 'Arrives today by 18:00', seen: 'With the driver in Berlin' });
parcel('a window tells both its ends in the customer’s zone',
  {
    status: 'in_transit', expectedOn: '2026-03-11',
    expectedFrom: '2026-03-11T07:00:00Z', expectedBy: '2026-03-11T11:00:00Z',
  },
  { step: 1, word: 'Shipped', line: 'Arrives tomorrow between 08:00 and 12:00' });
parcel('a window without an end tells its beginning',
  { status: 'in_transit', expectedOn: '2026-03-11', expectedFrom: '2026-03-11T07:00:00Z' },
  { step: 1, word: 'Shipped', line: 'Arrives tomorrow from 08:00' });
parcel('a window without a day tells nothing',
  { status: 'in_transit', expectedFrom: '2026-03-11T07:00:00Z', expectedBy: '2026-03-11T11:00:00Z' },
  { step: 1, word: 'Shipped', line: 'Shipped' });
parcel('a parcel at the shop tells the place',
  { status: 'ready_for_pickup', checkpoints: [{ ...arrived, place: 'Berlin', text: 'Kiosk Nord, until 19:30' }] },
  { step: 2, tone: 'good', sign: 'box', word: 'Ready for pickup', line: 'Ready for pickup',
    seen: 'Kiosk Nord, until 19:30' });
parcel('a parcel at a shop without a name waits all the same', { status: 'ready_for_pickup' },
  { step: 2, tone: 'good', sign: 'box', word: 'Ready for pickup', line: 'Ready for pickup' });
parcel('a delivered parcel tells when', { status: 'delivered', expectedOn: '2026-03-01', checkpoints: [arrived] },
  { step: 3, tone: 'good', sign: 'check', word: 'Delivered', line: 'Arrived today at 09:05', seen: 'Berlin' });
parcel('a delivered parcel without a checkpoint is delivered', { status: 'delivered', expectedOn: '2026-03-01' },
  { step: 3, tone: 'good', sign: 'check', word: 'Delivered', line: 'Delivered' });
parcel('a delivered parcel whose time could not be read is delivered',
  { status: 'delivered', checkpoints: [{ at: null, place: null, text: null }] },
  { step: 3, tone: 'good', sign: 'check', word: 'Delivered', line: 'Delivered' });
parcel('an attempt that failed tells its day and what to do, and is not called late',
  {
    status: 'failed', expectedOn: '2026-03-01',
    checkpoints: [{ ...arrived, at: '2026-03-09T10:00:00Z', status: 'failed' }],
  },
  { step: 2, tone: 'bad', sign: 'alert', word: 'Delivery failed', line: 'Nobody was home on 9 March', seen: 'Berlin',
    action: 'Choose a new day' });
parcel('a delivery that failed without an attempt says nothing of who was home',
  { status: 'failed', checkpoints: [{ ...arrived, status: 'in_transit' }] },
  { step: 2, tone: 'bad', sign: 'alert', word: 'Delivery failed', line: 'Delivery failed', seen: 'Berlin' });
parcel('a parcel that is held up tells why and what happens next, and is not called late',
  { status: 'exception', expectedOn: '2026-03-01', exception: { kind: 'customs', text: 'We sent the invoice' } },
  { step: 1, tone: 'warn', sign: 'alert', word: 'Held up', line: 'Held at customs', next: 'We sent the invoice' });
parcel('a parcel that is lost is bad', { status: 'exception', exception: { kind: 'lost', text: null } },
  { step: 1, tone: 'bad', sign: 'alert', word: 'Held up', line: 'Lost on the way' });
parcel('a parcel that comes back names the website',
  { status: 'exception', exception: { kind: 'returned_to_sender', text: null } },
  { step: 1, tone: 'warn', sign: 'alert', word: 'Held up', line: 'On its way back to Acme' });
parcel('a parcel that is held up for a reason that is not known is held up',
  { status: 'exception', exception: { kind: 'constructor', text: null } },
  { step: 1, tone: 'warn', sign: 'alert', word: 'Held up', line: 'Held up' });
parcel('a checkpoint of a parcel that is held up needs no exception', { status: 'exception' },
  { step: 1, tone: 'warn', sign: 'alert', word: 'Held up', line: 'Held up' });
parcel('a returned parcel has no way to go and is not late', { status: 'returned', expectedOn: '2026-03-01' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'Returned', line: 'Returned' });
parcel('a cancelled order has no way to go and is not late', { status: 'cancelled', expectedOn: '2026-03-01' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'Cancelled', line: 'Cancelled' });
parcel('a status that is not known is shown as it is', { status: 'teleported' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'teleported', line: 'teleported' });
parcel('a status named like a part of JavaScript is not known either', { status: 'constructor' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'constructor', line: 'constructor' });
parcel('a parcel is late on the day after', { status: 'in_transit', expectedOn: '2026-03-09' },
  { step: 1, tone: 'bad', sign: 'clock', word: 'Shipped', line: 'Late: was expected yesterday' });
parcel('a parcel is not late on its day', { status: 'in_transit', expectedOn: '2026-03-10' },
  { step: 1, word: 'Shipped', line: 'Arrives today' });
parcel('a parcel that was never handed to the carrier is late too', { status: 'preparing', expectedOn: '2026-03-08' },
  { step: 0, tone: 'bad', sign: 'clock', word: 'Packing', line: 'Late: was expected 8 March' });
parcel('a parcel on its way without news for five days says so, and its day after it',
  { status: 'in_transit', expectedOn: '2026-03-12', checkpoints: [{ at: '2026-03-05T22:59:00Z', place: 'Mainz' }] },
  { step: 1, tone: 'warn', sign: 'clock', word: 'Shipped', line: 'No news for 5 days', seen: 'Last seen in Mainz',
    next: 'Arrives Thursday' });
parcel('a parcel with news of four days ago is not silent, counted on the customer’s calendar',
  { status: 'in_transit', expectedOn: '2026-03-12', checkpoints: [{ at: '2026-03-05T23:00:00Z', place: null }] },
  { step: 1, word: 'Shipped', line: 'Arrives Thursday' });
parcel('a late parcel that is silent says both',
  { status: 'in_transit', expectedOn: '2026-03-09', checkpoints: [{ at: '2026-01-01T08:00:00Z', place: null }] },
  { step: 1, tone: 'bad', sign: 'clock', word: 'Shipped', line: 'Late: was expected yesterday',
    next: 'No news for 68 days' });
parcel('a parcel that waits at a shop is never silent',
  { status: 'ready_for_pickup', checkpoints: [{ at: '2026-01-01T08:00:00Z', place: null }] },
  { step: 2, tone: 'good', sign: 'box', word: 'Ready for pickup', line: 'Ready for pickup' });

test('a parcel is late when its day is over in the customer’s zone', () => {
  const customer = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
  const due = { status: 'in_transit', expectedOn: '2026-03-10' };

  const tones = ['2026-03-10T22:59:00Z', '2026-03-10T23:00:00Z']
    .map((asOf) => delivery(due, formats({ customer, asOf })).tone);

  assert.deepEqual(tones, ['calm', 'bad']);
});

const order = (name, status, parcels, line, refund = null) => test(name, () => {
  const shipments = parcels.map((values) => ({ checkpoints: [], ...values }));

  assert.equal(text(standing({ status, shipments, refund }, f).line), line);
});

order('an order without parcels speaks for itself', 'processing', [], 'Packing');
order('of two parcels the one further on the way speaks', 'shipped',
  [{ status: 'preparing' }, { status: 'out_for_delivery' }], 'Out for delivery');
order('a parcel on the way speaks before a delivered one', 'shipped',
  [{ status: 'delivered' }, { status: 'in_transit' }], 'Shipped');
order('a late parcel speaks first', 'shipped',
  [{ status: 'out_for_delivery' }, { status: 'in_transit', expectedOn: '2026-03-09' }],
  'Late: was expected yesterday');
order('a failed parcel speaks first', 'shipped',
  [{ status: 'in_transit' }, { status: 'failed' }], 'Delivery failed');
order('a parcel at the shop speaks before one in transit', 'shipped',
  [{ status: 'in_transit' }, { status: 'ready_for_pickup' }], 'Ready for pickup');
order('an order is delivered when all its parcels are', 'delivered',
  [{ status: 'delivered' }, { status: 'delivered' }], 'Delivered');
order('a parcel that is held up speaks before one that arrives', 'shipped',
  [{ status: 'out_for_delivery' }, { status: 'exception', exception: { kind: 'customs', text: null } }],
  'Held at customs');
order('an order that is over tells its refund', 'returned', [{ status: 'returned' }], 'Refunded €876.00 on 7 March',
  { status: 'refunded', amount: { amount: 87600, currency: 'EUR' }, on: '2026-03-07' });
order('an order that is open tells its parcel before a refund', 'shipped', [{ status: 'in_transit' }], 'Shipped',
  { status: 'refunded', amount: { amount: 87600, currency: 'EUR' }, on: '2026-03-07' });
order('a cancelled order is cancelled whatever its parcels say', 'cancelled',
  [{ status: 'in_transit' }], 'Cancelled');
order('a returned order is returned whatever its parcels say', 'returned',
  [{ status: 'delivered' }], 'Returned');

const refund = (name, values, expected) => test(name, () => {
  const amount = { amount: 5000, currency: 'EUR' };
  const { line, seen, isRefund, ...stand } = repayment({ amount, on: null, ...values }, f);

  const told = { ...stand, line: text(line), seen: text(seen) };
  assert.deepEqual(told, { seen: null, sign: 'clock', tone: 'calm', ...expected });
});
refund('a refund that is asked for is at its first step', { status: 'requested', on: '2026-03-09' },
  { step: 0, word: 'Requested', line: 'Refund of €50.00 requested', seen: 'on 9 March' });
refund('a refund that is granted is at its second step', { status: 'approved' },
  { step: 1, word: 'Approved', line: 'Refund of €50.00 approved' });
refund('a refund on its way is at its third step', { status: 'on_the_way' },
  { step: 2, word: 'On its way', line: 'Refund of €50.00 on its way' });
refund('a return that came back is at the third step of its refund', { status: 'received' },
  { step: 2, word: 'Return received', line: 'Return received, €50.00 follows' });
refund('a refund that is done tells amount and day', { status: 'refunded', on: '2026-03-09' },
  { step: 3, tone: 'good', sign: 'check', word: 'Refunded', line: 'Refunded €50.00 on 9 March' });
refund('a refund that is done without a day tells the amount', { status: 'refunded' },
  { step: 3, tone: 'good', sign: 'check', word: 'Refunded', line: 'Refund · €50.00 · Refunded' });
refund('a refund without an amount tells its state', { status: 'refunded', amount: null, on: '2026-03-09' },
  { step: 3, tone: 'good', sign: 'check', word: 'Refunded', line: 'Refund · Refunded' });
refund('a refund of an amount that could not be read holds a dash',
  { status: 'approved', amount: { amount: null, currency: null }, on: '—' },
  { step: 1, word: 'Approved', line: 'Refund of — approved', seen: 'on —' });
refund('a refund that is declined has no way to go', { status: 'declined' },
  { step: undefined, word: 'Declined', line: 'Refund of €50.00 declined' });
refund('a refund of a status that is not known shows it as it is', { status: '—' },
  { step: undefined, word: '—', line: 'Refund · €50.00 · —' });

test('an order that needs the customer is told before a newer one', () => {
  const parcels = (...shipments) => ({ status: 'shipped', shipments, refund: null });
  const calm = parcels({ status: 'in_transit', checkpoints: [] });
  const failed = parcels({ status: 'failed', checkpoints: [] });
  const over = { status: 'delivered', shipments: [], refund: null };

  const leading = [[calm, failed], [over, calm], [over]].map((items) => leadingOrder(items, f));

  assert.deepEqual(leading, [failed, calm, over]);
});

const step = (title, status, changed) => ({ title, status, optional: false, blocker: null, ...changed });
test('the steps that a customer can do come before those that others are working on', () => {
  const tasks = [
    step('bank', 'blocked', { blocker: { owner: 'third_party' } }), step('done', 'done'), step('skipped', 'skipped'),
    step('maybe', 'open', { optional: true }), step('unclear', 'blocked'), step('open', 'open'),
    step('hub', 'blocked', { blocker: { owner: 'you' } }), step('us', 'blocked', { blocker: { owner: 'us' } }),
  ];

  assert.deepEqual(stepsLeft({ tasks }).map(({ title }) => title), ['open', 'hub', 'bank', 'unclear', 'us']);
});

const open = (name, status, expected) => test(name, () => assert.equal(isOpen({ status }), expected));
open('an order in processing is open', 'processing', true);
open('a shipped order is open', 'shipped', true);
open('an order that is out for delivery is open', 'out_for_delivery', true);
open('a delivered order is not open', 'delivered', false);
open('a cancelled order is not open', 'cancelled', false);
open('a returned order is not open', 'returned', false);
