// The page's words in English. A file beside it for each other language has the same messages.
//
// {name} is where a value goes, {site} where the website's name does. A message that counts, {n}, has each form that
// Intl.PluralRules knows in its language. {day} is "today", a weekday or a date; {date} is always a date.
export default {
  lang: 'en-GB', // the region is for dates, where the customer's own language has no file
  dir: 'ltr',

  // How a day goes into a sentence: "am {day}" in German.
  days: { weekday: '{day}', date: '{day}', at: '{day} at {time}' },

  views: { account: 'Your account', orders: 'Orders', billing: 'Billing', onboarding: 'Getting started' },

  contents: {
    account: 'Your orders, bills and next steps',
    orders: 'Your orders',
    billing: 'Your plan and invoices',
    onboarding: 'Your next steps',
  },

  notices: {
    standalone: {
      title: 'Open this from the chat on {site}',
      text: 'Your account appears when the chat has opened it.',
    },
    anonymous: { title: 'Sign in to {site}', text: '{contents} then appear here.' },
    unverified: {
      title: "Confirm it's you",
      text: 'Sign in to {site} in a new tab. {contents} appear here when you come back.',
    },
    empty: { title: 'Nothing here yet', text: '{contents} will appear here.' },
    mismatch: {
      title: "This chat isn't connected to the account you're signed in to on {site}",
      text: 'Sign out on {site}, sign in with the account you use in this chat, and come back.',
    },
    offline: { title: "You're offline", text: 'Your account appears when the connection is back.' },
    refused: { title: "We couldn't confirm it's you", text: 'Try again, or sign in to {site} once more.' },
    busy: { title: 'One moment, please', text: 'Your account was asked for too often.' },
    unavailable: {
      title: "We can't show your account right now",
      text: 'Nothing is lost. Try again in a moment.',
    },
    help: 'Or go back and choose Send us a message.',
  },

  actions: {
    signIn: 'Sign in to {site}',
    visit: 'Go to {site}',
    retry: 'Try again',
    retryIn: 'Try again in {seconds} s',
  },

  page: {
    loading: 'Loading your account',
    newTab: '(opens in a new tab)',
    updated: { one: 'Updated {n} minute ago', other: 'Updated {n} minutes ago' },
    updatedNow: 'Updated just now',
    stale: "Couldn't refresh. {age}",
    notYou: 'Not you?',
    notYouHow: 'Sign out on {site} and sign in with your own account; this page follows.',
  },

  attention: {
    payment_failed: 'Your card was declined on {day}',
    task_blocked: '{title} is blocked',
    card_expires_before_renewal: 'Your card expires before the next payment',
    trial_ends: 'Your trial ends {day}',
    seats_full: { one: 'All {n} seats are taken', other: 'All {n} seats are taken' },
    updateCard: 'Update card',
    pay: 'Pay now',
    manage: 'Manage plan',
    show: 'Show',
  },

  orders: {
    title: 'Order {number}',
    placed: 'Placed {day}',
    more: { one: '{n} more on the way', other: '{n} more on the way' },
    none: 'none yet',
    status: {
      processing: 'Packing', shipped: 'Shipped', out_for_delivery: 'Out for delivery', delivered: 'Delivered',
      cancelled: 'Cancelled', returned: 'Returned', preparing: 'Packing', in_transit: 'Shipped',
      ready_for_pickup: 'Ready for pickup', failed: 'Delivery failed', exception: 'Held up',
    },
    exception: {
      customs: 'Held at customs', damaged: 'Damaged on the way', lost: 'Lost on the way',
      returned_to_sender: 'On its way back to {site}', other: 'Held up',
    },
    step: 'Step {step} of 4: {word}',
    arrives: 'Arrives {day}',
    arrivesFrom: 'Arrives {day} from {time}',
    arrivesBy: 'Arrives {day} by {time}',
    arrivesBetween: 'Arrives {day} between {from} and {time}',
    arrived: 'Arrived {day} at {time}',
    expected: 'Late: was expected {day}',
    silent: { one: 'No news for {n} day', other: 'No news for {n} days' },
    seen: { in_transit: 'Last seen in {place}', out_for_delivery: 'With the driver in {place}' },
    notHome: 'Nobody was home on {date}',
    newDay: 'Choose a new day',
    undated: "We'll tell you the day when it ships",
    parcel: 'Parcel {parcel} of {total}',
    track: 'Follow it at {carrier}',
    trackAny: 'Follow the parcel',
    proof: 'Proof of delivery',
    earlier: { one: '{n} earlier update', other: '{n} earlier updates' },
    updates: { one: '{n} update', other: '{n} updates' },
    times: '{quantity} ×',
    each: '{price} each',
    total: 'Total',
    details: 'Order details',
    older: 'Earlier orders',
    all: 'All orders',
  },

  refund: {
    title: 'Refund',
    status: {
      requested: 'Requested', approved: 'Approved', on_the_way: 'On its way', received: 'Return received',
      refunded: 'Refunded', declined: 'Declined',
    },
    says: {
      requested: 'Refund of {amount} requested', approved: 'Refund of {amount} approved',
      on_the_way: 'Refund of {amount} on its way', received: 'Return received, {amount} follows',
      declined: 'Refund of {amount} declined',
    },
    done: 'Refunded {amount} on {date}',
    since: 'since {date}',
  },

  billing: {
    price: { month: '{amount} a month', year: '{amount} a year' },
    status: {
      trialing: 'Trial', active: 'Active', past_due: 'Payment overdue', paused: 'Paused', cancelled: 'Cancelled',
    },
    renews: 'renews {day}',
    trialEnds: 'trial ends {day}',
    ends: 'ends {day}',
    ended: 'ended {day}',
    seats: { one: '{used} of {n} seats', other: '{used} of {n} seats' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} of {included} {unit}',
    resets: 'resets {day}',
    paid: 'paid',
    due: '{amount} due',
    dueOn: 'due {day}',
    declined: 'card declined on {day}',
    card: '{brand} ending {last4}',
    anyCard: 'Card',
    expires: 'expires {month}',
    invoices: 'Invoices',
    noInvoices: 'No invoices yet',
    invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid', void: 'Void', uncollectible: 'Not collected' },
    all: 'All invoices',
  },

  onboarding: {
    done: '{done} of {total} done',
    allDone: 'All {total} done',
    blocked: { one: '{n} blocked', other: '{n} blocked' },
    owner: {
      you: 'Needs you',
      us: '{site} is working on it. Nothing for you to do',
      third_party: 'Nothing for you to do',
    },
    next: 'Next step',
    later: 'Then',
    waiting: 'Nothing for you to do',
    us: '{site} is working on it',
    due: 'Due {day}',
    wasDue: 'Was due {day}',
    optional: 'Optional',
    skipped: 'Skipped',
    finished: { one: '{n} done', other: '{n} done' },
    allSet: "You're all set. Nothing left to do",
  },
};
