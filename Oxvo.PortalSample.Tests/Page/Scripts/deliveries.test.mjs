// How a parcel stands, and what speaks for an order of several.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delivery, formats, isOpen, standing, useWords } from '../portal/format.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

const f = formats({ customer: { locale: 'en-GB', timeZone: 'Europe/Berlin' }, asOf: '2026-03-10T12:00:00Z' });
const arrived = { at: '2026-03-10T08:05:00Z', place: 'Berlin', text: 'Handed over' };

const parcel = (name, values, expected) => test(name, () => {
  const { line, ...stand } = delivery({ expectedOn: null, expectedBy: null, checkpoints: [], ...values }, f);

  assert.deepEqual({ ...stand, line: (line?.text ?? line) || null }, expected);
});

parcel('a parcel that is prepared has no day yet', { status: 'preparing' },
  { step: 0, tone: 'calm', sign: 'box', word: 'Packing', line: "We'll tell you the day when it ships" });
parcel('an order in processing has no day yet', { status: 'processing', checkpoints: undefined },
  { step: 0, tone: 'calm', sign: 'box', word: 'Packing', line: "We'll tell you the day when it ships" });
parcel('a parcel in transit tells its day', { status: 'in_transit', expectedOn: '2026-03-12' },
  { step: 1, tone: 'calm', sign: 'truck', word: 'Shipped', line: 'Arrives Thursday' });
parcel('a parcel in transit without a day says nothing of it', { status: 'in_transit' },
  { step: 1, tone: 'calm', sign: 'truck', word: 'Shipped', line: null });
parcel('an order without parcels that was shipped is in transit', { status: 'shipped', checkpoints: undefined },
  { step: 1, tone: 'calm', sign: 'truck', word: 'Shipped', line: null });
parcel('a parcel that is out for delivery tells its time',
  { status: 'out_for_delivery', expectedOn: '2026-03-10', expectedBy: '2026-03-10T17:00:00Z' },
  { step: 2, tone: 'calm', sign: 'truck', word: 'Out for delivery', line: 'Arrives today by 18:00' });
parcel('a parcel at the shop tells the place',
  { status: 'ready_for_pickup', checkpoints: [{ ...arrived, place: 'Kiosk Nord' }] },
  { step: 2, tone: 'good', sign: 'box', word: 'Ready for pickup', line: 'Waiting for you · Kiosk Nord' });
parcel('a parcel at a shop without a name waits all the same', { status: 'ready_for_pickup' },
  { step: 2, tone: 'good', sign: 'box', word: 'Ready for pickup', line: 'Waiting for you' });
parcel('a delivered parcel tells when', { status: 'delivered', expectedOn: '2026-03-01', checkpoints: [arrived] },
  { step: 3, tone: 'good', sign: 'check', word: 'Delivered', line: 'Arrived today at 09:05' });
parcel('a delivered parcel without a checkpoint is delivered', { status: 'delivered', expectedOn: '2026-03-01' },
  { step: 3, tone: 'good', sign: 'check', word: 'Delivered', line: null });
parcel('a failed delivery says so and is not called late', { status: 'failed', expectedOn: '2026-03-01' },
  { step: 2, tone: 'bad', sign: 'alert', word: 'Delivery failed', line: "The carrier couldn't hand it over" });
parcel('a returned parcel has no way to go and is not late', { status: 'returned', expectedOn: '2026-03-01' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'Returned', line: null });
parcel('a cancelled order has no way to go and is not late', { status: 'cancelled', expectedOn: '2026-03-01' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'Cancelled', line: null });
parcel('a status that is not known is shown as it is', { status: 'teleported' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'teleported', line: null });
parcel('a status named like a part of JavaScript is not known either', { status: 'constructor' },
  { step: undefined, tone: 'quiet', sign: 'cross', word: 'constructor', line: null });
parcel('a parcel is late on the day after', { status: 'in_transit', expectedOn: '2026-03-09' },
  { step: 1, tone: 'bad', sign: 'clock', word: 'Late', line: 'Was expected yesterday' });
parcel('a parcel is not late on its day', { status: 'in_transit', expectedOn: '2026-03-10' },
  { step: 1, tone: 'calm', sign: 'truck', word: 'Shipped', line: 'Arrives today' });
parcel('a parcel that was never handed to the carrier is late too', { status: 'preparing', expectedOn: '2026-03-08' },
  { step: 0, tone: 'bad', sign: 'clock', word: 'Late', line: 'Was expected 8 March' });

test('a parcel is late when its day is over in the customer’s zone', () => {
  const customer = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
  const due = { status: 'in_transit', expectedOn: '2026-03-10' };

  const words = ['2026-03-10T22:59:00Z', '2026-03-10T23:00:00Z']
    .map((asOf) => delivery(due, formats({ customer, asOf })).word);

  assert.deepEqual(words, ['Shipped', 'Late']);
});

const order = (name, status, parcels, word) => test(name, () => {
  const shipments = parcels.map((values) => ({ checkpoints: [], ...values }));

  assert.equal(standing({ status, shipments }, f).word, word);
});

order('an order without parcels speaks for itself', 'processing', [], 'Packing');
order('of two parcels the one further on the way speaks', 'shipped',
  [{ status: 'preparing' }, { status: 'out_for_delivery' }], 'Out for delivery');
order('a parcel on the way speaks before a delivered one', 'shipped',
  [{ status: 'delivered' }, { status: 'in_transit' }], 'Shipped');
order('a late parcel speaks first', 'shipped',
  [{ status: 'out_for_delivery' }, { status: 'in_transit', expectedOn: '2026-03-09' }], 'Late');
order('a failed parcel speaks first', 'shipped',
  [{ status: 'in_transit' }, { status: 'failed' }], 'Delivery failed');
order('a parcel at the shop speaks before one in transit', 'shipped',
  [{ status: 'in_transit' }, { status: 'ready_for_pickup' }], 'Ready for pickup');
order('an order is delivered when all its parcels are', 'delivered',
  [{ status: 'delivered' }, { status: 'delivered' }], 'Delivered');
order('a cancelled order is cancelled whatever its parcels say', 'cancelled',
  [{ status: 'in_transit' }], 'Cancelled');
order('a returned order is returned whatever its parcels say', 'returned',
  [{ status: 'delivered' }], 'Returned');

const open = (name, status, expected) => test(name, () => assert.equal(isOpen({ status }), expected));
open('an order in processing is open', 'processing', true);
open('a shipped order is open', 'shipped', true);
open('an order that is out for delivery is open', 'out_for_delivery', true);
open('a delivered order is not open', 'delivered', false);
open('a cancelled order is not open', 'cancelled', false);
open('a returned order is not open', 'returned', false);
