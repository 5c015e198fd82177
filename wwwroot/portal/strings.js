// Every word of the page.
import { siteName } from './portal-config.js';

const many = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

export const views = { account: 'Your account', orders: 'Orders', billing: 'Billing', onboarding: 'Getting started' };

const contents = {
  account: 'Your orders, bills and next steps',
  orders: 'Your orders',
  billing: 'Your plan and invoices',
  onboarding: 'Your next steps',
};
const contentsOf = (view) => contents[view] ?? contents.account;
const help = 'Or go back and choose Send us a message.';

// Icon, title, text, action, last resort.
export const notices = {
  standalone: () => ['chat', `Open this from the chat on ${siteName}`,
    'Your account appears when the chat has opened it.', 'visit', help],
  anonymous: (view) => ['person', `Sign in to ${siteName}`,
    `${contentsOf(view)} then appear here.`, 'signIn'],
  unverified: (view) => ['person', "Confirm it's you",
    `Sign in to ${siteName} in a new tab. ${contentsOf(view)} appear here when you come back.`, 'signIn'],
  empty: (view) => ['box', 'Nothing here yet',
    `${contentsOf(view)} will appear here.`, 'visit', help],
  mismatch: () => ['person', `This chat isn't connected to the account you're signed in to on ${siteName}`,
    `Sign out on ${siteName}, sign in with the account you use in this chat, and come back.`, 'visit', help],
  offline: () => ['alert', "You're offline",
    'Your account appears when the connection is back.', 'retry', help],
  refused: () => ['alert', "We couldn't confirm it's you",
    `Try again, or sign in to ${siteName} once more.`, 'retry', help],
  busy: () => ['clock', 'One moment, please',
    'Your account was asked for too often.', 'retry', help],
  unavailable: () => ['alert', "We can't show your account right now",
    'Nothing is lost. Try again in a moment.', 'retry', help],
};

export const actions = {
  signIn: `Sign in to ${siteName}`,
  visit: `Go to ${siteName}`,
  retry: 'Try again',
  retryIn: (seconds) => `Try again in ${seconds} s`,
};

export const page = {
  loading: 'Loading your account',
  newTab: '(opens in a new tab)',
  back: views.account,
  updated: (minutes) => (minutes ? `Updated ${many(minutes, 'minute')} ago` : 'Updated just now'),
  stale: (age) => `Couldn't refresh. ${age}`,
  notYou: 'Not you?',
  notYouHow: `Sign out on ${siteName} and sign in with your own account; this page follows.`,
};

export const days = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' };
export const dayBy = (day, time) => `${day} by ${time}`;
export const dayAt = (day, time) => `${day} at ${time}`;

export const attention = {
  payment_failed: (day) => `Your card was declined on ${day}`,
  parcel_late: (number) => `Order ${number} is late`,
  task_blocked: (title) => `${title} is blocked`,
  card_expires_before_renewal: 'Your card expires before the next payment',
  trial_ends: (day) => `Your trial ends ${day}`,
  seats_full: (total) => `All ${total} seats are taken`,
  updateCard: 'Update card',
  pay: 'Pay now',
  manage: 'Manage plan',
  show: 'Show',
};

export const orders = {
  title: (number) => `Order ${number}`,
  placed: (day) => `Placed ${day}`,
  more: (n) => `${n} more on the way`,
  none: 'none yet',
  status: {
    __proto__: null,
    processing: 'Processing', shipped: 'Shipped', out_for_delivery: 'Out for delivery', delivered: 'Delivered',
    cancelled: 'Cancelled', returned: 'Returned',
    preparing: 'Processing', in_transit: 'Shipped', ready_for_pickup: 'Ready for pickup', failed: 'Delivery failed',
  },
  late: 'Late',
  step: (n, word) => `Step ${n} of 4: ${word}`,
  arrives: (day) => `Arrives ${day}`,
  arrived: (day) => `Arrived ${day}`,
  expected: (day) => `Was expected ${day}`,
  pickup: (place) => `Waiting for you${place ? ` · ${place}` : ''}`,
  failed: "The carrier couldn't hand it over",
  undated: 'The day is known once it ships',
  parcel: (n, total) => `Parcel ${n} of ${total}`,
  track: 'Track parcel',
  earlier: (n) => many(n, 'earlier update'),
  times: (n, price) => `${n} × ${price}`,
  total: 'Total',
  details: 'Order details',
  older: 'Earlier orders',
  all: 'All orders',
};

export const billing = {
  price: (amount, interval) => (interval ? `${amount} a ${interval}` : amount),
  status: {
    trialing: 'Trial', active: 'Active', past_due: 'Payment overdue', paused: 'Paused', cancelled: 'Cancelled',
  },
  renews: (day) => `renews ${day}`,
  trialEnds: (day) => `trial ends ${day}`,
  ends: (day) => `ends ${day}`,
  ended: (day) => `ended ${day}`,
  seats: (used, total) => `${used} of ${total} seats`,
  usage: (name, amounts, unit) => `${name}: ${amounts.filter(Boolean).join(' of ')} ${unit}`,
  resets: (day) => `resets ${day}`,
  paid: 'paid',
  due: (amount) => `${amount} due`,
  dueOn: (day) => `due ${day}`,
  declined: (day) => `card declined on ${day}`,
  card: (brand, last4) => `${brand ?? 'Card'} ending ${last4}`,
  expires: (month) => `expires ${month}`,
  invoices: 'Invoices',
  noInvoices: 'No invoices yet',
  invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid', void: 'Void', uncollectible: 'Not collected' },
  all: 'All invoices',
};

export const onboarding = {
  done: (done, total) => (done === total ? `All ${total} done` : `${done} of ${total} done`),
  blocked: (n) => `${n} blocked`,
  isBlocked: 'Blocked',
  owner: {
    you: 'You can unblock this',
    us: `${siteName} is working on it; nothing for you to do`,
    third_party: `Waiting for someone outside ${siteName}`,
  },
  todo: 'To do',
  due: (day) => `Due ${day}`,
  wasDue: (day) => `Was due ${day}`,
  open: 'Open task',
  finished: (n) => `${n} done`,
};
