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

  // What is seen after signing in; and where nothing is there yet, what will be.
  signIn: {
    account: 'See your orders and invoices here',
    orders: 'See where your orders are',
    billing: 'See your plan and invoices here',
    onboarding: 'See your next steps here',
  },
  empty: {
    account: { title: 'Nothing here yet', text: 'Your orders, invoices and next steps will be here.' },
    orders: { title: 'No orders yet', text: 'Your orders will be here, with where they are and when they arrive.' },
    billing: { title: 'No invoices yet', text: 'Your plan, your invoices and how you pay will be here.' },
    onboarding: { title: 'Nothing to set up', text: 'When there is something for you to do, it will be here.' },
  },

  notices: {
    standalone: {
      title: 'Open this from the chat on {site}',
      text: 'Your account appears when the chat has opened it.',
    },
    apart: {
      title: 'Your account needs the {site} website',
      text: 'Open {site} in your browser, sign in, and open the chat there.',
    },
    untold: { title: "Your account didn't load", text: 'Close the chat and open it again.' },
    anonymous: { text: 'Sign in to {site} in a new tab, then come back.' },
    unverified: {
      title: "Confirm it's you",
      text: 'Sign in to {site} in a new tab, then come back. Your account appears here.',
    },
    mismatch: {
      title: "You're signed in to {site} with another account",
      text: 'This chat is connected to a different one. Sign in to {site} with that account, then come back.',
    },
    offline: { title: "You're offline", text: 'Your account appears when the connection is back.' },
    refused: { title: "We couldn't confirm it's you", text: 'Try again, or sign in to {site} once more.' },
    busy: { title: 'One moment, please', text: 'That was a bit quick.' },
    unavailable: {
      title: "We can't show your account right now",
      text: 'Nothing is lost. Try again in a moment.',
    },
    help: 'Or go back and choose Send us a message.',
    question: 'A question? Go back and choose Send us a message.',
  },

  actions: {
    signIn: 'Sign in to {site}',
    visit: 'Go to {site}',
    retry: 'Try again',
    retryIn: 'Try again in {seconds} s',
    retryingIn: 'Trying again in {seconds} s',
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

  ask: { about: 'Ask about this', failed: "That couldn't be noted." },

  attention: {
    card_expires_before_renewal: 'Your card expires before the next payment',
    trial_ends: 'Your trial ends {day}',
    seats_full: { one: 'Your seat is taken', other: 'All {n} seats are taken' },
    updateCard: 'Update card',
    addCard: 'Add a card to keep {plan}',
    addSeats: 'Add seats',
    pay: 'Pay {amount}',
    manage: 'Manage plan',
    restart: 'Start again',
    see: { orders: 'See order', billing: 'See bill', onboarding: 'See step' },
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
      returned_to_sender: 'On its way back to {site}',
    },
    step: 'Step {step} of {total}: {word}',
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
    on: 'on {date}',
  },

  billing: {
    price: { month: '{amount} a month', year: '{amount} a year' },
    status: {
      trialing: 'Trial', active: 'Active', past_due: 'Payment overdue', paused: 'Paused', cancelled: 'Cancelled',
    },
    renews: 'Renews {date}',
    trialEnds: 'Trial ends {day}',
    ends: 'Ends {date}',
    ended: 'Ended {date}',
    next: 'Next payment',
    seats: { one: '{used} of {n} seat used', other: '{used} of {n} seats used' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} of {included} {unit}',
    resets: 'resets {date}',
    near: 'Nearly used up',
    over: 'Over the limit',
    credit: 'Credit',
    debt: 'Outstanding',
    toPay: '{amount} to pay',
    due: 'Due {date}',
    declined: 'Your card was declined on {date}',
    card: '{brand} ending {last4}',
    anyCard: 'Card',
    expires: 'expires {month}',
    invoices: 'Invoices',
    noInvoices: 'No invoices yet',
    kind: { invoice: 'Invoice', receipt: 'Receipt', credit_note: 'Credit note' },
    invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid', void: 'Cancelled', uncollectible: 'Written off' },
    all: 'All invoices',
  },

  hidden: {
    billing: 'Ask {who}, who can see billing',
    orders: 'Ask {who}, who can see orders',
    unknown: 'Ask whoever looks after your account',
  },

  onboarding: {
    done: '{done} of {total} done',
    allDone: 'All {total} done',
    needsYou: 'Needs you',
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
