// Where the views let something be asked, and with which reasons.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './document.mjs';
import { settle } from './settle.mjs';
import { openDesk } from '../portal/account.js';
import { useWords } from '../portal/format.js';
import billing from '../portal/billing.js';
import onboarding from '../portal/onboarding.js';
import orders from '../portal/orders.js';
import asking from '../portal/words/ask/en.js';
import en from '../portal/words/en.js';

await import('../portal/ask.js'); // so that a toggle waits for no file
useWords(en, 'en-GB');

const customer = { name: 'Mira', locale: 'en-GB', timeZone: 'UTC' };
const parcel = (status, trackingNumber, changed) => ({
  carrier: 'DHL', trackingNumber, trackingUrl: null, proofUrl: null, items: [], status, exception: null,
  expectedOn: '2026-03-12', expectedFrom: null, expectedBy: null, checkpoints: [], ...changed,
});
const order = (status, shipments, refund = null) => ({
  asOf: '2026-03-10T12:00:00Z', customer,
  orders: {
    items: [{
      number: '1042', placedAt: '2026-03-05T08:00:00Z', status, total: null, url: null, refund, items: [], shipments,
    }],
  },
});

/** What can be asked in a view: of what, and why. */
async function read(view, data) {
  const folds = drawn(view(data)).all('details')
    .filter((fold) => fold.all('summary')[0].textContent.startsWith(en.ask.about));
  for (const fold of folds) {
    fold.open = true;
    fold.dispatchEvent(new Event('toggle'));
  }
  await settle();
  return folds.map((fold) => [fold.all('summary')[0].textContent.slice(en.ask.about.length + 1),
    fold.all('button').map((button) => Object.keys(asking.reasons)
      .find((code) => asking.reasons[code] === button.textContent)).join(' ')]);
}

const asked = (name, view, data, expected) => test(name, async () => {
  openDesk('https://www.acme.example');

  assert.deepEqual(await read(view, data), expected);
});

asked('of a parcel on its way its address can be asked', orders, order('shipped', [parcel('in_transit', 'T-1')]),
  [['1042', 'wrong_address question']]);
asked('of a late parcel it can be asked where it is', orders,
  order('shipped', [parcel('in_transit', 'T-1', { expectedOn: '2026-03-01' })]),
  [['1042', 'late stuck wrong_address question']]);
asked('of a delivered parcel it can be asked what is not here or damaged', orders,
  order('delivered', [parcel('delivered', 'T-1')]), [['1042', 'not_here damaged missing wrong_item question']]);
asked('of an order that is over its refund can be asked', orders,
  order('returned', [], { status: 'on_the_way', amount: null, on: null }), [['1042', 'refund_missing question']]);
asked('of a cancelled order its refund can be asked', orders, order('cancelled', []),
  [['1042', 'refund_missing question']]);
asked('of several parcels each can be asked by its number, and one without a number cannot', orders,
  order('shipped', [parcel('delivered', 'T-1'), parcel('failed', 'T-2'), parcel('in_transit', null)]), [
    ['T-1', 'not_here damaged missing wrong_item question'], ['T-2', 'late stuck wrong_address question'],
    ['1042', 'late stuck wrong_address question'],
  ]);

const task = (title, status, owner) => (
  { title, status, optional: false, dueOn: null, url: null, blocker: owner ? { text: 'Why', owner } : null });
asked('of each step that is blocked it can be asked, and of no other', onboarding, {
  asOf: '2026-03-10T12:00:00Z', customer, onboarding: {
    done: 1, total: 5, tasks: [task('Shop', 'done'), task('Hub', 'blocked', 'you'), task('Team', 'open'),
      task('Bank', 'blocked', 'third_party'), task('Maybe', 'blocked')],
  },
}, [['Hub', 'blocked question'], ['Bank', 'blocked question'], ['Maybe', 'blocked question']]);

const invoice = (number, status, changed) => ({
  kind: 'invoice', number, description: null, issuedOn: '2026-03-01', dueOn: null, total: null, amountDue: null, status,
  failedOn: null, refund: null, payUrl: null, documentUrl: null, ...changed,
});
const bills = (...items) => ({
  asOf: '2026-03-10T12:00:00Z', customer, attention: [], billing: {
    subscriptions: [{
      plan: { name: 'Team', price: null, interval: null }, status: 'active', renewsOn: null, endsOn: null,
      nextCharge: null, seats: null, usage: [], manageUrl: null,
    }],
    paymentMethod: null, balance: null, invoices: { items, hasMore: false, allUrl: null },
  },
});
const ofPlan = ['Team', 'wrong_amount question'];
asked('of a plan and of its newest invoices it can be asked, and of older ones that are not paid', billing,
  bills(...['paid', 'paid', 'paid', 'paid', 'uncollectible'].map((status, n) => invoice(`I-${n}`, status))), [
    ofPlan, ...['I-0', 'I-1', 'I-2', 'I-4'].map((number) =>
      [number, 'charged_twice wrong_amount unknown_charge question']),
  ]);
asked('of an open invoice it can be asked whether it is paid', billing, bills(invoice('I-1', 'open')),
  [ofPlan, ['I-1', 'already_paid wrong_amount unknown_charge question']]);
asked('of an invoice with a refund it can be asked where that is', billing,
  bills(invoice('I-1', 'paid', { refund: { status: 'approved', amount: null, on: null } })),
  [ofPlan, ['I-1', 'refund_missing wrong_amount unknown_charge question']]);

test('where the website takes no questions nothing can be asked', async () => {
  openDesk(null);

  assert.deepEqual(await read(orders, order('shipped', [parcel('in_transit', 'T-1')])), []);
});
