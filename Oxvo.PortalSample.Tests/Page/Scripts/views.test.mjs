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
  kind: 'invoice', number: 'INV-7', description: 'Team, March', refund: null,
  issuedOn: '2026-03-01', dueOn: '2026-03-08', failedOn: '2026-03-09',
  total: eur(4900), amountDue: eur(4900), status: 'open',
  payUrl: 'https://pay.example/7', documentUrl: 'https://pay.example/7.pdf',
};
const parcel = {
  carrier: 'DHL', trackingNumber: 'T-1', trackingUrl: 'https://dhl.example/T-1', proofUrl: null, items: [],
  status: 'in_transit', exception: null, expectedOn: '2026-03-09', expectedFrom: null, expectedBy: null,
  checkpoints: [1, 2, 3, 4, 5].map((n) =>
    ({ at: `2026-03-0${9 - n}T08:00:00Z`, place: `Depot ${n}`, text: `Scan ${n}` })),
};
const order = {
  number: '1042', placedAt: '2026-03-05T08:00:00Z', status: 'shipped', total: eur(2500),
  url: 'https://www.acme.example/orders/1042', refund: null,
  items: [{ title: 'Blue mug', quantity: 2, price: eur(1250) }], shipments: [parcel],
};
const task = {
  title: 'Connect your shop', status: 'blocked', optional: false, dueOn: '2026-03-12', url: 'https://www.acme.example/tasks/1',
  blocker: { text: 'The domain is not verified', owner: 'you' },
};
const data = {
  asOf: '2026-03-10T12:00:00Z', customer: { name: 'Mira Sol', locale: 'en-GB', timeZone: 'UTC' }, attention: [],
  billing: {
    subscriptions: [{
      plan: { name: 'Team', price: eur(4900), interval: 'month' }, status: 'active', renewsOn: '2026-03-12', endsOn: null,
      nextCharge: null, seats: { used: 5, total: 5 }, usage: [], manageUrl: 'https://pay.example/manage',
    }],
    paymentMethod: { brand: 'Visa', last4: '4242', expires: '2026-03' }, balance: null,
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

// A changed subscription, the only one.
const plan = (changed, more = {}) => (
  { billing: { ...data.billing, ...more, subscriptions: [{ ...data.billing.subscriptions[0], ...changed }] } });
const usage = (changed) => ({ name: 'Storage', used: 9, included: 10, unit: 'GB', resetsOn: null, ...changed });

needs('a declined card tells what is to pay, when it was declined and what for',
  { kind: 'payment_failed', view: 'billing', ref: 'INV-7' },
  'bad', '€49.00 to payYour card was declined on 9 March · Team, MarchPay €49.00 (opens in a new tab)',
  invoices({ ...invoice, number: 'INV-8', amountDue: eur(1) }, invoice));
needs('a declined card without a page to pay at leads to the plan',
  { kind: 'payment_failed', view: 'billing', ref: 'INV-7' },
  'bad', '€49.00 to payYour card was declined on 9 March · INV-7Update card (opens in a new tab)',
  invoices({ ...invoice, payUrl: null, description: null }));
needs('a declined card whose amount is not known is told without it',
  { kind: 'payment_failed', view: 'billing', ref: 'INV-7' },
  'bad', 'OpenYour card was declined on 9 March · Team, MarchPay (opens in a new tab)',
  invoices({ ...invoice, amountDue: null }));
needs('a step that waits for the customer is told with its reason',
  { kind: 'task_blocked', view: 'onboarding', ref: 'Connect your shop' },
  'warn', 'Connect your shopThe domain is not verifiedSee step');
needs('a card that expires too soon is named', { kind: 'card_expires_before_renewal', view: 'billing', ref: null },
  'warn', 'Your card expires before the next paymentVisa ending 4242Update card (opens in a new tab)');
needs('the end of a trial tells its day and the price', { kind: 'trial_ends', view: 'billing', ref: null },
  'calm', 'Your trial ends Thursday€49.00 a monthManage plan (opens in a new tab)', plan({ status: 'trialing' }));
needs('a trial without a card asks for one', { kind: 'trial_ends', view: 'billing', ref: null },
  'warn', 'Your trial ends Thursday€49.00 a monthAdd a card to keep Team (opens in a new tab)',
  plan({ status: 'trialing' }, { paymentMethod: null }));
needs('full seats tell how many and the plan', { kind: 'seats_full', view: 'billing', ref: null },
  'calm', 'All 5 seats are takenTeamAdd seats (opens in a new tab)');
needs('of several plans the one is told that is meant', { kind: 'seats_full', view: 'billing', ref: 'Other' },
  'calm', 'All 9 seats are takenOtherAdd seats (opens in a new tab)',
  { billing: { ...data.billing, subscriptions: [data.billing.subscriptions[0], {
    ...data.billing.subscriptions[0], plan: { name: 'Other', price: null, interval: null }, seats: { used: 9, total: 9 },
  }] } });
needs('usage over its limit is told', { kind: 'usage_over', view: 'billing', ref: 'Storage' },
  'warn', 'Storage: 11 of 10 GBOver the limit · resets 11 MarchManage plan (opens in a new tab)',
  plan({ usage: [usage(), usage({ used: 11, resetsOn: '2026-03-11' })] }));
needs('usage near its limit is told', { kind: 'usage_near', view: 'billing', ref: 'Storage' },
  'calm', 'Storage: 9 of 10 GBNearly used upManage plan (opens in a new tab)', plan({ usage: [usage()] }));
needs('without a safe address to change the plan its view is opened',
  { kind: 'seats_full', view: 'billing', ref: null },
  'calm', 'All 5 seats are takenTeamSee bill', plan({ manageUrl: 'javascript:alert(1)' }));

test('a problem has the same words and the same way out in the summary and in its view', () => {
  const attention = [{ kind: 'payment_failed', view: 'billing', ref: 'INV-7' }];

  const [one, other] = [summary, billing].map((view) => text(drawn(view({ ...data, attention })).all('li')[0]));

  assert.equal(one, other);
});

test('three needs at most are told, in the portal’s order', () => {
  const attention = ['usage_near', 'seats_full', 'payment_failed', 'card_expires_before_renewal']
    .map((kind) => ({ kind, view: 'billing', ref: kind === 'usage_near' ? 'Storage' : kind === 'seats_full' ? null : 'INV-7' }));

  const told = drawn(summary({ ...data, ...plan({ usage: [usage()] }), attention })).all('li')
    .map((item) => text(item.all('strong')[0]));

  assert.deepEqual(told, ['Storage: 9 of 10 GB', 'All 5 seats are taken', '€49.00 to pay']);
});

test('what others are working on is a quiet line', () => {
  const waiting = { ...task, blocker: null };
  const attention = [{ kind: 'task_blocked', view: 'onboarding', ref: task.title }];

  const main = drawn(summary({ ...data, attention, onboarding: { done: 0, total: 1, tasks: [waiting] } }));
  const quiet = main.all('button').find((button) => text(button).startsWith(task.title));

  assert.equal(main.all('li').length, 0);
  assert.equal(quiet.attributes['data-open'], 'onboarding');
});

test('the order that needs the customer is shown in place of the newest', () => {
  const attention = [{ kind: 'parcel_late', view: 'orders', ref: '1042' }];
  const newer = { ...order, number: '2000', shipments: [] };

  const [card] = drawn(summary({ ...data, attention, orders: { items: [newer, order] } })).all('button');

  assert.ok(text(card).includes('1042'), text(card));
  assert.deepEqual([card.attributes['data-tone'], card.attributes['data-open']], ['bad', 'orders']);
});

test('a need of a kind that is not known is left out', () => {
  const attention = [{ kind: 'moon_phase', view: 'orders', ref: null }];

  assert.equal(drawn(summary({ ...data, attention })).all('li').length, 0);
});

test('a need of a section of one’s own may be named as the orders’ are', () => {
  const attention = [{ kind: 'parcel_gift', view: 'gifts', ref: null }];
  const gifts = { name: 'gifts', title: 'Gifts', line: () => 'one', needs: { parcel_gift: () => ({ title: 'A gift waits' }) } };

  const [item] = drawn(summary({ ...data, orders: null, attention, gifts: {} }, [gifts])).all('li');

  assert.match(text(item), /A gift waits/);
});

test('a need that leads nowhere opens its own view', () => {
  const attention = [{ kind: 'task_blocked', view: 'onboarding', ref: task.title }];

  const [item] = drawn(summary({ ...data, attention })).all('li');

  assert.equal(item.all('button')[0].attributes['data-open'], 'onboarding');
});

test('the summary greets by name and initials', () => {
  const [name, monogram] = [drawn(summary(data)).all('h1')[0], drawn(summary(data)).all('header')[0].all('span')[0]];

  assert.deepEqual([text(name), text(monogram)], ['Mira Sol', 'MS']);
  // Two texts side by side are drawn in the page's direction, also where the name is written in the other.
  assert.equal(monogram.children.length, 1);
});

const row = (name, changed, line) => test(name, () =>
  assert.ok(says('account', changed).includes(line), says('account', changed)));
const paid = { invoices: { items: [{ ...invoice, status: 'paid' }] } };
const charge = { on: '2026-04-01', amount: eur(4900), what: 'Team, April' };
row('the summary adds up what is owed', invoices(invoice, invoice), 'Billing€49.00 + €49.00 to pay');
row('the summary says what is charged next and when',
  plan({ nextCharge: charge }, paid), 'BillingNext payment · €49.00 · Wed 1 April');
row('the next charge is told as far as it is known',
  plan({ nextCharge: { ...charge, amount: null } }, paid), 'BillingNext payment · Wed 1 April');
row('of several charges the next is told',
  { billing: { ...data.billing, ...paid, subscriptions: ['2026-05-01', '2026-04-01', null]
    .map((on) => ({ ...data.billing.subscriptions[0], nextCharge: { ...charge, on } })) } },
  'BillingNext payment · €49.00 · Wed 1 April');
row('a next charge far ahead has its year',
  plan({ nextCharge: { ...charge, on: '2027-03-01' } }, paid), 'Next payment · €49.00 · 1 March 2027');
row('a plan without a next charge tells its renewal', plan({}, paid), 'BillingRenews 12 March');
row('the plan and its seats are in the head', {}, 'Mira SolTeam · 5 of 5 seats used');
row('a plan that ends tells its day', plan({ endsOn: '2026-03-11' }, paid), 'BillingEnds 11 March');
row('a plan that has ended tells its day', plan({ endsOn: '2026-03-09' }, paid), 'BillingEnded 9 March');
row('a paused plan tells no day', plan({ status: 'paused' }, paid), 'BillingPaused');
row('a customer who has only a receipt sees it',
  { billing: { ...data.billing, subscriptions: [], invoices: { items: [{ ...invoice, kind: 'receipt', status: 'paid' }] } } },
  'BillingReceipt · €49.00');
row('a customer who has only a credit sees it',
  { billing: { subscriptions: [], paymentMethod: null, balance: eur(500), invoices: null } }, 'BillingCredit · €5.00');
row('bills that are hidden say who can help, and the seats',
  { billing: { hidden: true, askWho: 'Dana', seats: { used: 4, total: 5 }, usage: [] } }, 'BillingAsk Dana, who can see billing');
row('orders that are hidden say who can help',
  { orders: { hidden: true, askWho: null } }, 'OrdersAsk whoever looks after your account');
row('the next step is told with its day',
  { onboarding: { done: 1, total: 2, tasks: [{ ...task, status: 'open', blocker: null }] } },
  'Connect your shopNext step · Due Thursday · 1 of 2 done');
needs('of two steps with one title the blocked one is told',
  { kind: 'task_blocked', view: 'onboarding', ref: 'Connect your shop' },
  'warn', 'Connect your shopThe domain is not verifiedSee step',
  { onboarding: { done: 1, total: 2, tasks: [{ ...task, status: 'done', blocker: null }, task] } });
row('a step that is told above is not the next one too',
  { onboarding: { done: 0, total: 2, tasks: [task, { ...task, title: 'Say hello', status: 'open', blocker: null }] } },
  'Say helloNext step');
row('when all is done one line is left',
  { onboarding: { done: 1, total: 1, tasks: [{ ...task, status: 'done' }] } }, 'Getting startedAll 1 done');
row('more open orders are counted', { orders: { items: [order, order, order].map((one) => ({ ...one })) } }, '2 more on the way');
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

  assert.ok(text(blocked).startsWith('Needs youDue ThursdayThe domain is not verifiedConnect'), text(blocked));
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
address('a javascript address is not a link', 'javascript:alert(1)');
address('a javascript address in disguise is not a link', ' JaVaScRiPt:alert(1)//https://x');
address('a data address is not a link', 'data:text/html,<script>alert(1)</script>');
address('a plain http address is not a link', 'http://evil.example/');
address('an address without a scheme is not a link', '//evil.example/');
address('https in the middle of an address makes no link', 'vbscript:https://x');
address('null is not a link', null);
address('a plain http address that only begins as the site’s does is not a link',
  'http://localhost:5100.evil.example/');
address('a plain http address with the site’s as its user is not a link', 'http://localhost:5100@evil.example/');

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
const noPlan = { subscriptions: [], paymentMethod: null };
const bills = (changed) => ({ billing: { ...data.billing, ...changed } });
const shown = (name, view, changed, text) => test(name, () => assert.ok(says(view, changed).includes(text), says(view, changed)));
shown('invoices are shown without a plan', 'billing', bills(noPlan), 'Invoices1 MarchTeam, March · INV-7');
shown('the summary of a customer without a plan says what is owed', 'account', bills(noPlan), 'Billing€49.00 to pay');
shown('a plan is shown without a price', 'billing', plan({ plan: { name: 'Team', price: null, interval: null } }), 'TeamRenews 12 March');
shown('seats without a plan are shown', 'billing', plan({ plan: null, status: null, renewsOn: null }), '5 of 5 seats used');
shown('an amount to pay that could not be read is a dash', 'billing',
  invoices({ ...invoice, amountDue: { amount: null, currency: null } }), '— to pay');
shown('an open invoice without amounts is open', 'billing', invoices({ ...invoice, total: null, amountDue: null }), 'Open');
shown('a status that could not be read is a dash', 'billing', invoices({ ...invoice, status: '—' }), '€49.00—');
shown('an invoice without a description has its number', 'billing', invoices({ ...invoice, description: null }), '1 MarchINV-7');
shown('a receipt and a credit note say so', 'billing',
  invoices({ ...invoice, kind: 'credit_note', total: eur(-1250), status: 'paid' }), 'Credit note · Team, March · INV-7-€12.50');
shown('a kind that could not be read is a dash', 'billing', invoices({ ...invoice, kind: '—' }), '— · Team, March');
shown('a refund is told with its amount and its day', 'billing',
  invoices({ ...invoice, refund: { status: 'on_the_way', amount: eur(450), on: '2026-03-09' } }), 'Refund of €4.50 on its way');
shown('a refund is told as far as it is known', 'billing',
  invoices({ ...invoice, refund: { status: 'declined', amount: null, on: null } }), 'INV-7Refund · Declined€49.00');
shown('a refund that could not be read is a dash', 'billing',
  invoices({ ...invoice, refund: { status: '—', amount: null, on: null } }), 'INV-7Refund · —€49.00');
shown('seats that could not be read are a dash', 'billing', plan({ seats: { used: null, total: 5 } }), '— of 5 seats used');
shown('what is charged next is told with what it is for', 'billing',
  plan({ nextCharge: charge }), 'Next payment€49.00Wed 1 AprilTeam, April');
shown('a next charge of unknown amount and day is for something', 'billing',
  plan({ nextCharge: { on: null, amount: null, what: 'Team, April' } }), 'Next paymentTeam, April');
shown('a plan that is not active says so', 'billing', plan({ status: 'past_due' }), 'Payment overdue');
shown('a subscription that is paused can be managed', 'billing', plan({ status: 'paused' }), 'usedManage plan');
shown('a subscription that is cancelled can be started again', 'billing',
  plan({ status: 'cancelled', endsOn: '2026-03-01' }), 'usedStart again');
shown('a credit is told', 'billing', bills({ balance: eur(1250) }), 'Credit€12.50');
shown('a debt is told as what it is', 'billing', bills({ balance: eur(-1250) }), 'Outstanding€12.50');
shown('what is used is counted', 'billing',
  plan({ usage: [usage({ used: 1200, included: 2000, resetsOn: '2026-03-11' })] }), 'Storage: 1,200 of 2,000 GBresets 11 March');
shown('what is nearly used up says so', 'billing', plan({ usage: [usage()] }), 'Storage: 9 of 10 GBNearly used up');
shown('what is used up to its limit is not over it', 'billing',
  plan({ usage: [usage({ used: 10 })] }), 'Storage: 10 of 10 GBNearly used up');
shown('what is used over its limit says so', 'billing', plan({ usage: [usage({ used: 1, included: 0 })] }), 'Storage: 1 of 0 GBOver the limit');
shown('what is used without a limit is counted', 'billing',
  plan({ usage: [usage({ name: 'Messages', used: 7, included: null, unit: null })] }), 'Messages: 7');
shown('bills that are hidden say who can help and keep seats and usage', 'billing',
  { billing: { hidden: true, askWho: 'Dana', seats: { used: 4, total: 5 }, usage: [usage()] } },
  'Ask Dana, who can see billing4 of 5 seats usedStorage: 9 of 10 GB');
shown('orders that are hidden say who can help in their view', 'orders',
  { orders: { hidden: true, askWho: 'Dana' } }, 'Ask Dana, who can see orders');

test('each subscription has a card of its own, the newest first', () => {
  const [one] = data.billing.subscriptions;
  const two = { ...data.billing, subscriptions: [one, { ...one, plan: { ...one.plan, name: 'Reports' } }] };

  const names = drawn(billing({ ...data, billing: two })).all('h2').map(text);

  assert.deepEqual(names, ['Team', 'Reports', 'Invoices']);
});

test('an invoice is named in its link, and a paid one has no badge', () => {
  const [row] = drawn(billing({ ...data, ...invoices({ ...invoice, status: 'paid' }) })).all('li');

  assert.equal(text(row.all('a')[0]), 'PDF Invoice INV-7 (opens in a new tab)');
  assert.ok(!text(row).includes('Paid'), text(row));
});

test('invoices of more than one year are under their years', () => {
  const old = { ...invoice, number: 'INV-6', issuedOn: '2025-12-01', status: 'paid' };

  const years = (...items) => drawn(billing({ ...data, ...invoices(...items) })).all('h3').map(text);

  assert.deepEqual([years(invoice, old), years(invoice)], [['2026', '2025'], []]);
});

test('where nothing is to pay there is no list of needs', () => {
  const lists = drawn(billing({ ...data, ...invoices({ ...invoice, status: 'paid' }) })).all('ul');

  assert.deepEqual(lists.map((list) => list.all('strong').map(text)), [['1 March']]);
});

shown('an order without a total, a price or a day is shown', 'orders',
  { orders: { items: [{ ...order, placedAt: null, total: null, items: [{ title: 'Tea', quantity: 2, price: null }] }] } },
  'Placed —');
shown('a task of an unknown status is still to do', 'onboarding',
  { onboarding: { done: 0, total: 1, tasks: [{ ...task, status: '—', blocker: null }] } }, 'Next stepDue ThursdayConnect your shop');
shown('a checkpoint without a text says its status', 'orders',
  { orders: { items: [{ ...order, shipments: [{ ...order.shipments[0], checkpoints: [{ at: null, status: 'in_transit', place: null, text: null }] }] }] } },
  'Shipped—');
