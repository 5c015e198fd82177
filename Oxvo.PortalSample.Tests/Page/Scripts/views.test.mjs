// What the views say of an answer: what needs the customer, what stands in which section, and that data stays text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './document.mjs';
import { link } from '../portal/page.js';
import { siteOrigins } from '../portal/portal-config.js';
import summary from '../portal/summary.js';
import orders from '../portal/orders.js';
import billing from '../portal/billing.js';
import onboarding from '../portal/onboarding.js';
import { useWords } from '../portal/format.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

siteOrigins.push('http://localhost:5100'); // as in development

const eur = (amount) => ({ amount, currency: 'EUR' });
const invoice = {
  number: 'INV-7', issuedOn: '2026-03-01', dueOn: '2026-03-08', failedOn: '2026-03-09',
  total: eur(4900), amountDue: eur(4900), status: 'open',
  payUrl: 'https://pay.example/7', documentUrl: 'https://pay.example/7.pdf',
};
const parcel = {
  carrier: 'DHL', trackingNumber: 'T-1', trackingUrl: 'https://dhl.example/T-1',
  status: 'in_transit', expectedOn: '2026-03-09', expectedBy: null,
  checkpoints: [1, 2, 3, 4, 5].map((n) =>
    ({ at: `2026-03-0${9 - n}T08:00:00Z`, place: `Depot ${n}`, text: `Scan ${n}` })),
};
const order = {
  number: '1042', placedAt: '2026-03-05T08:00:00Z', status: 'shipped', total: eur(2500),
  url: 'https://www.acme.example/orders/1042',
  items: [{ title: 'Blue mug', quantity: 2, price: eur(1250) }], shipments: [parcel],
};
const task = {
  title: 'Connect your shop', status: 'blocked', dueOn: '2026-03-12', url: 'https://www.acme.example/tasks/1',
  blocker: { text: 'The domain is not verified', owner: 'you' },
};
const data = {
  asOf: '2026-03-10T12:00:00Z', customer: { name: 'Mira Sol', locale: 'en-GB', timeZone: 'UTC' }, attention: [],
  billing: {
    plan: { name: 'Team', price: eur(4900), interval: 'month' }, status: 'active', renewsOn: '2026-03-12', endsOn: null,
    seats: { used: 5, total: 5 }, usage: [], paymentMethod: { brand: 'Visa', last4: '4242', expires: '2026-03' },
    manageUrl: 'https://pay.example/manage',
    invoices: { items: [invoice], hasMore: false, allUrl: null },
  },
  orders: { items: [order], hasMore: false, allUrl: null },
  onboarding: {
    done: 1, total: 2, tasks: [task, { title: 'Say hello', status: 'done', dueOn: null, url: null, blocker: null }],
  },
};
const views = { account: summary, orders, billing, onboarding };
const text = (element) => element.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
const says = (view, changed = {}) => text(drawn(views[view]({ ...data, ...changed })));

const invoices = (...items) => ({ billing: { ...data.billing, invoices: { items } } });

// One thing that needs the customer: its line in the summary, and its tone.
const needs = (name, attention, tone, line, changed) => test(name, () => {
  const [item] = drawn(summary({ ...data, attention: [attention], ...changed })).all('li');

  assert.equal(item.attributes['data-tone'], tone);
  assert.equal(text(item), line);
});

needs('a declined card tells the invoice and what is due', { kind: 'payment_failed', view: 'billing', ref: 'INV-7' },
  'bad', 'Your card was declined on 9 MarchINV-7 · €49.00Update card (opens in a new tab)',
  invoices({ ...invoice, number: 'INV-8', failedOn: '2026-03-10' }, invoice));
needs('a late parcel tells its order and its day', { kind: 'parcel_late', view: 'orders', ref: '1042' },
  'bad', 'Order 1042 is lateWas expected yesterdayShow');
needs('a blocked task tells who can help', { kind: 'task_blocked', view: 'onboarding', ref: 'Connect your shop' },
  'warn', 'Connect your shop is blockedYou can unblock thisShow');
needs('a blocked task without a reason is still told',
  { kind: 'task_blocked', view: 'onboarding', ref: 'Connect your shop' },
  'warn', 'Connect your shop is blockedShow',
  { onboarding: { done: 0, total: 1, tasks: [{ ...task, blocker: null }] } });
needs('a card that expires too soon is named', { kind: 'card_expires_before_renewal', view: 'billing', ref: null },
  'warn', 'Your card expires before the next paymentVisa ending 4242Update card (opens in a new tab)');
needs('the end of a trial tells its day and the price', { kind: 'trial_ends', view: 'billing', ref: null },
  'calm', 'Your trial ends Thursday€49.00 a monthManage plan (opens in a new tab)');
needs('full seats tell how many and the plan', { kind: 'seats_full', view: 'billing', ref: null },
  'calm', 'All 5 seats are takenTeamManage plan (opens in a new tab)');
needs('without a safe address to change the plan its view is opened',
  { kind: 'seats_full', view: 'billing', ref: null },
  'calm', 'All 5 seats are takenTeamShow',
  { billing: { ...data.billing, manageUrl: 'javascript:alert(1)' } });

test('three needs at most are told, in the portal’s order', () => {
  const attention = ['trial_ends', 'seats_full', 'payment_failed', 'card_expires_before_renewal']
    .map((kind) => ({ kind, view: 'billing', ref: 'INV-7' }));

  const told = drawn(summary({ ...data, attention })).all('li').map((item) => text(item.all('strong')[0]));

  assert.deepEqual(told, ['Your trial ends Thursday', 'All 5 seats are taken', 'Your card was declined on 9 March']);
});

test('a need of a kind that is not known is left out', () => {
  const attention = [{ kind: 'moon_phase', view: 'orders', ref: null }];

  assert.equal(drawn(summary({ ...data, attention })).all('li').length, 0);
});

test('a need opens its own view', () => {
  const attention = [{ kind: 'parcel_late', view: 'orders', ref: '1042' }];

  const [item] = drawn(summary({ ...data, attention })).all('li');

  assert.equal(item.all('button')[0].attributes['data-open'], 'orders');
});

test('the summary greets by name and initials', () => {
  const [name, monogram] = [drawn(summary(data)).all('h1')[0], drawn(summary(data)).all('header')[0].all('span')[0]];

  assert.deepEqual([text(name), text(monogram)], ['Mira Sol', 'MS']);
  // Two texts side by side are drawn in the page's direction, also where the name is written in the other.
  assert.equal(monogram.children.length, 1);
});

const row = (name, changed, line) => test(name, () =>
  assert.ok(says('account', changed).includes(line), says('account', changed)));
row('the summary adds up what is owed', invoices(invoice, invoice), '5 of 5 seats used · €49.00 + €49.00 due');
row('a plan with nothing open is paid', invoices({ ...invoice, status: 'paid' }), '5 of 5 seats used · paid');
row('a plan that ends tells its day',
  { billing: { ...data.billing, endsOn: '2026-03-11' } }, 'Team · ends 11 March');
row('a plan that has ended tells its day',
  { billing: { ...data.billing, endsOn: '2026-03-09' } }, 'Team · ended 9 March');
row('a paused plan tells no day', { billing: { ...data.billing, status: 'paused' } }, 'Team · Paused');
row('the summary counts the steps', {}, '1 of 2 done · 1 blocked');
row('more open orders are counted', { orders: { items: [order, order, order] } }, '2 more on the way');
row('no orders yet are told', { orders: { items: [] } }, 'Ordersnone yet');

const section = (name, view, holds, lacks) => test(name, () => {
  assert.ok(holds.every((word) => says(view).includes(word)), says(view));
  assert.ok(lacks.every((word) => !says(view).includes(word)), says(view));
});
section('orders holds its own section and no other', 'orders',
  ['1042', 'Blue mug', 'Scan 1'], ['INV-7', 'Team', 'Connect your shop']);
section('billing holds its own section and no other', 'billing',
  ['INV-7', 'Team', '4242'], ['1042', 'Blue mug', 'Connect your shop']);
section('onboarding holds its own section and no other', 'onboarding',
  ['Connect your shop', 'The domain is not verified'], ['1042', 'INV-7']);

test('a blocked task tells what blocks it', () => {
  const [blocked] = drawn(onboarding(data)).all('section');

  assert.ok(text(blocked).startsWith('Connect your shopBlockedDue Thursday'), text(blocked));
});

test('a view without its section says that there is nothing yet', () => {
  const nothing = { orders: null, billing: null, onboarding: null };

  for (const view of ['orders', 'billing', 'onboarding']) assert.match(says(view, nothing), /^No/);
});

test('three checkpoints are shown and the earlier ones folded', () => {
  const [path, folded] = drawn(orders(data)).all('ol');

  assert.deepEqual([path, folded].map((list) => list.all('li').length), [3, 2]);
});

test('an open invoice after its day is overdue', () => {
  const words = ['2026-03-09', '2026-03-10'].map((dueOn) =>
    says('billing', invoices({ ...invoice, dueOn })).includes('Overdue'));

  assert.deepEqual(words, [true, false]);
});

test('text of the source of truth is text in every view', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const spoiled = JSON.parse(JSON.stringify(data)
    .replace('Mira Sol', evil).replaceAll('Blue mug', evil)
    .replaceAll('"Team"', `"${evil}"`).replaceAll('Connect your shop', evil));

  for (const view of Object.keys(views)) {
    const main = drawn(views[view](spoiled));
    assert.ok(text(main).includes(evil), view);
    assert.equal(main.all('img').length, 0);
  }
});

const address = (name, url) => test(name, () => assert.equal(link(url, 'Open'), null));
address('a javascript address is no link', 'javascript:alert(1)');
address('a javascript address in disguise is no link', ' JaVaScRiPt:alert(1)//https://x');
address('a data address is no link', 'data:text/html,<script>alert(1)</script>');
address('a plain http address is no link', 'http://evil.example/');
address('an address without a scheme is no link', '//evil.example/');
address('https in the middle of an address makes no link', 'vbscript:https://x');
address('no address is no link', null);
address('a plain http address that only begins as the site’s does is no link', 'http://localhost:5100.evil.example/');
address('a plain http address with the site’s as its user is no link', 'http://localhost:5100@evil.example/');

test('an address on the site’s own origin is a link, as plain http in development is', () => {
  assert.equal(link('http://localhost:5100/account/pay/7', 'Pay').attributes.href, 'http://localhost:5100/account/pay/7');
});

test('a link opens a new tab that cannot reach back and learns no address', () => {
  const { tag, attributes } = link('https://www.acme.example/orders', 'Orders');

  assert.deepEqual({ tag, attributes }, {
    tag: 'a', attributes: { href: 'https://www.acme.example/orders', target: '_blank', rel: 'noopener noreferrer' },
  });
});

test('every link of every view leads where its data says', () => {
  const leads = Object.values(views).flatMap((view) => drawn(view(data)).all('a'))
    .map(({ attributes }) => attributes.href);

  assert.deepEqual(leads, [
    'https://dhl.example/T-1', 'https://www.acme.example/orders/1042',
    'https://pay.example/7', 'https://pay.example/manage', 'https://pay.example/7.pdf',
    'https://www.acme.example/tasks/1',
  ]);
});

// What a shop's own tables may lack, or hold wrongly: everything else is shown, and nothing wrong.
const bills = (changed) => ({ billing: { ...data.billing, ...changed } });
const noPlan = { plan: null, status: null, renewsOn: null, seats: null, paymentMethod: null, manageUrl: null };
const shown = (name, view, changed, text) => test(name, () => assert.ok(says(view, changed).includes(text), says(view, changed)));
shown('invoices are shown without a plan', 'billing', bills(noPlan), 'InvoicesINV-7');
shown('the summary of a customer without a plan says what is owed', 'account', bills(noPlan), 'Billing€49.00 due');
shown('a plan is shown without a price', 'billing', bills({ plan: { name: 'Team', price: null, interval: null } }), 'TeamActive');
shown('a bill whose amount could not be read shows a dash', 'billing',
  invoices({ ...invoice, amountDue: { amount: null, currency: null } }), '— due');
shown('an open invoice without amounts is open', 'billing', invoices({ ...invoice, total: null, amountDue: null }), 'Open');
shown('a status that could not be read is a dash', 'billing', invoices({ ...invoice, status: '—' }), '2026—');
shown('seats that could not be read are a dash', 'billing', bills({ seats: { used: null, total: 5 } }), '— of 5 seats used');
shown('what is used is counted', 'billing',
  bills({ usage: [{ name: 'Storage', used: 1200, included: 2000, unit: 'GB', resetsOn: '2026-03-11' }] }),
  'Storage: 1,200 of 2,000 GBresets 11 March');
shown('what is used without a limit is counted', 'billing',
  bills({ usage: [{ name: 'Messages', used: 7, included: null, unit: null, resetsOn: null }] }), 'Messages: 7');
shown('an order without a total, a price or a day is shown', 'orders',
  { orders: { items: [{ ...order, placedAt: null, total: null, items: [{ title: 'Tea', quantity: 2, price: null }] }] } },
  'Placed —');
shown('a task of an unknown status is still to do', 'onboarding',
  { onboarding: { done: 0, total: 1, tasks: [{ ...task, status: '—', blocker: null }] } }, 'To doConnect your shop');
shown('a checkpoint without a text says its status', 'orders',
  { orders: { items: [{ ...order, shipments: [{ ...order.shipments[0], checkpoints: [{ at: null, status: 'in_transit', place: null, text: null }] }] }] } },
  'Shipped—');
