// Every word of the page. A function is a sentence with a gap in it; what fills the gap is already formatted.
import { siteName } from './portal-config.js';

const many = (n, one, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

export const views = { account: 'Your account', orders: 'Orders', billing: 'Billing', onboarding: 'Getting started' };

const shown = {
  account: 'your orders, bills and next steps',
  orders: 'where your orders are',
  billing: 'your plan and your invoices',
  onboarding: 'your next steps',
};

const help = 'Or go back and choose Send us a message.';

/** What stands in the panel when there is no account to show: icon, title, text, action, and the last resort. */
export const notices = {
  standalone: () => ['chat', `Open this from the chat on ${siteName}`,
    'Your account appears here once the chat has opened it.', 'visit', 'Already in the chat? Go back and choose Send us a message.'],
  anonymous: (view) => ['person', 'Sign in to see your account',
    `Once you are signed in to ${siteName}, this shows ${shown[view]}.`, 'signIn'],
  unverified: (view) => ['person', "Confirm it's you",
    `Sign in to ${siteName} in a new tab. When you come back, this shows ${shown[view]}.`, 'signIn'],
  empty: () => ['box', 'Nothing here yet',
    'Your orders, bills and next steps will appear here as soon as there are any.', 'visit', help],
  mismatch: () => ['person', `This chat isn't connected to the account you're signed in to on ${siteName}`,
    `To mend it, sign out on ${siteName} and sign in again with the account you use in this chat. Then come back.`, 'visit', help],
  offline: () => ['alert', "You're offline", 'Your account appears by itself when the connection is back.', 'retry', help],
  refused: () => ['alert', "We couldn't confirm it's you", `Try again, or sign in to ${siteName} once more.`, 'retry', help],
  busy: () => ['clock', 'One moment, please', 'There were many requests in a short time.', 'retry', help],
  unavailable: () => ['alert', "We can't show your account right now", 'Nothing is lost. Please try again in a moment.', 'retry', help],
  'no orders': () => ['box', 'No orders yet', 'When you order something, you can follow it here.', 'visit', help],
  'no billing': () => ['card', 'No plan and no invoices yet', 'When you choose a plan, its invoices are kept here.', 'visit', help],
  'no onboarding': () => ['list', 'No steps to do', 'When something is waiting for you, it stands here.', 'visit', help],
};

export const actions = {
  signIn: `Sign in to ${siteName}`,
  visit: `Go to ${siteName}`,
  retry: 'Try again',
  retryIn: (seconds) => `Try again in ${seconds} s`,
};

export const page = {
  loading: 'Loading your account',
  ready: 'Your account is shown',
  canRetry: 'You can try again now',
  waitFor: (seconds) => `You can try again in ${many(seconds, 'second')}`,
  newTab: '(opens in a new tab)',
  back: 'Your account',
  updated: (minutes) => `Updated ${minutes < 1 ? 'just now' : `${many(minutes, 'minute')} ago`}`,
  stale: (age) => `Couldn't refresh. ${age}`,
  notYou: 'Not you?',
  notYouHow: `Sign out on ${siteName} and sign in with your own account. This page then follows by itself.`,
};

export const days = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' };
export const by = (day, time) => `${day} by ${time}`;
export const at = (day, time) => `${day} at ${time}`;

export const attention = {
  payment_failed: (day) => `Your card was declined${day ? ` on ${day}` : ''}`,
  parcel_late: (number) => `Order ${number} is late`,
  task_blocked: (title) => `${title} is blocked`,
  card_expires_before_renewal: (card) => `${card ?? 'Your card'} expires before the next payment`,
  trial_ends: (day) => `Your trial ends ${day}`,
  seats_full: (total) => `All ${total} seats are taken`,
  seatsHow: 'Add seats to invite more people',
  show: 'Show',
  updateCard: 'Update card',
  pay: 'Pay now',
  manage: 'Manage plan',
};

export const orders = {
  title: (number) => `Order ${number}`,
  placed: (day) => `Placed ${day}`,
  more: (n) => `${n} more on the way`,
  status: {
    processing: 'Processing', shipped: 'Shipped', out_for_delivery: 'Out for delivery', delivered: 'Delivered',
    cancelled: 'Cancelled', returned: 'Returned',
  },
  parcel: {
    preparing: 'Processing', in_transit: 'Shipped', out_for_delivery: 'Out for delivery',
    ready_for_pickup: 'Ready for pickup', delivered: 'Delivered', failed: 'Delivery failed', returned: 'Sent back',
  },
  steps: ['Processing', 'Shipped', 'Out for delivery', 'Delivered'],
  late: 'Late',
  step: (n, word) => `Step ${n} of 4: ${word}`,
  arrives: (day) => `Arrives ${day}`,
  expected: (day) => `Was expected ${day}`,
  pickupAt: (place) => `Waiting for you at ${place}`,
  pickup: 'Waiting for you at the pickup point',
  failed: "The carrier couldn't hand it over",
  undated: 'The day appears once it ships',
  parcelOf: (n, total) => `Parcel ${n} of ${total}`,
  track: (number) => `Track ${number}`,
  earlier: (n) => many(n, 'earlier update'),
  times: (n, price) => `${n} × ${price}`,
  total: 'Total',
  details: 'Order details',
  older: 'Earlier orders',
  all: 'All orders',
};

export const billing = {
  plan: (name) => (/plan$/i.test(name) ? name : `${name} plan`),
  interval: { month: 'a month', year: 'a year' },
  status: { trialing: 'Trial', active: 'Active', past_due: 'Payment overdue', paused: 'Paused', cancelled: 'Cancelled' },
  renews: (day) => `renews ${day}`,
  trialEnds: (day) => `trial ends ${day}`,
  ends: (day) => `ends ${day}`,
  ended: (day) => `ended ${day}`,
  paused: 'paused',
  seats: (used, total) => `${used} of ${total} seats`,
  seatsTitle: 'Seats',
  paid: 'paid',
  due: (amount) => `${amount} due`,
  dueOn: (day) => `due ${day}`,
  declined: (day) => `card declined on ${day}`,
  card: (brand, last4) => `${brand} ending ${last4}`,
  expires: (month) => `Expires ${month}`,
  method: 'Payment method',
  noCard: 'No payment method',
  manage: 'Manage plan',
  invoices: 'Invoices',
  noInvoices: 'No invoices yet',
  invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid', void: 'Void', uncollectible: 'Not collected' },
  all: 'All invoices',
};

export const onboarding = {
  done: (done, total) => (done === total ? `All ${total} done` : `${done} of ${total} done`),
  blocked: (n) => `${n} blocked`,
  blocker: 'Blocked',
  owner: {
    you: 'You can unblock this',
    us: `${siteName} is working on this; nothing for you to do`,
    third_party: `Waiting for somebody outside ${siteName}`,
  },
  todo: 'To do',
  due: (day) => `Due ${day}`,
  wasDue: (day) => `Was due ${day}`,
  open: 'Open task',
  finished: (n) => `${n} done`,
};
