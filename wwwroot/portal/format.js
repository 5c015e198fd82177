// The page's words, amounts, days and deliveries as the customer reads them, and what of an account is told first. One
// file, because each one more is a request of the first view.
import { silentDays, siteName } from './portal-config.js';

const DAY = 86_400_000; // milliseconds

/** What is shown for a stored value that the portal could not read: the answer holds this, or null. */
export const UNFIT = '—';

/** The words of one language, which `useWords` changes: read them when they are drawn. */
export let words;
let plurals, numbers;

/** Takes the words of a file of words/, and the locale that its numbers are written for. */
export function useWords(file, locale) {
  words = file;
  plurals = new Intl.PluralRules(words.lang);
  numbers = new Intl.NumberFormat(localesFor(locale).numbers);
}

/**
 * A message with its values in it, and by its name what `write` makes of any other. One that counts has the form that
 * its language has for the number `n`, or `other`.
 */
export function say(message, values = {}, write) {
  const form = message.other ? message[plurals.select(values.n)] ?? message.other : message;
  return form.replace(/\{(\w+)\}/g, (_, name) => textOf(name === 'site' ? siteName : values[name] ?? write?.(name)));
}

function textOf(value) {
  if (typeof value === 'number') return numbers.format(value);
  // In a sentence of the other direction a value keeps its own.
  return words.dir === 'rtl' ? `\u2068${value ?? UNFIT}\u2069` : value ?? UNFIT;
}

// Days are in the language of the words. Where that is not the customer's own, the figures are not either.
function localesFor(locale) {
  const known = isKnown(locale) ? locale : words.lang;
  if (languageOf(known) === languageOf(words.lang)) return { dates: known, numbers: known };
  return { dates: words.lang, numbers: new Intl.Locale(known, { numberingSystem: 'latn' }) };
}

/** The language of a locale: `pt` of `pt-BR`. */
export const languageOf = (locale) => locale.split('-')[0].toLowerCase();

/**
 * How to write for a customer, in their locale and zone, at the instant of the answer. Days are YYYY-MM-DD, instants
 * are ISO 8601 in UTC, amounts { amount, currency } in minor units.
 */
export function formats({ customer, asOf }) {
  const locales = localesFor(customer.locale);
  const timeZone = isKnown('en', customer.timeZone) ? customer.timeZone : 'UTC';
  const isDay = (value) => value.length === 10;

  function write(value, options) {
    if (isUnfit(value)) return UNFIT;
    const zone = isDay(value) ? 'UTC' : timeZone; // a day without a time is the same everywhere
    return new Intl.DateTimeFormat(locales.dates, { timeZone: zone, ...options }).format(new Date(value));
  }

  const calendar = new Intl.DateTimeFormat('sv', { timeZone }); // Swedish dates are YYYY-MM-DD
  const dayOf = (value) => (isUnfit(value) || isDay(value) ? value : calendar.format(new Date(value)));
  const today = Date.parse(dayOf(asOf));
  const daysUntil = (value) => Math.round((Date.parse(dayOf(value)) - today) / DAY);
  const near = new Intl.RelativeTimeFormat(locales.dates, { numeric: 'auto' });

  /** A day as it goes into a sentence: by its name, as a weekday or as a date. */
  function day(value) {
    const distance = isUnfit(value) ? NaN : daysUntil(value);
    if (Math.abs(distance) < 2) return near.format(distance, 'day');
    if (distance > 1 && distance < 7) return say(words.days.weekday, { day: write(value, { weekday: 'long' }) });
    return date(value);
  }

  function date(value) {
    if (isUnfit(value)) return UNFIT;
    const year = Math.abs(daysUntil(value)) > 180 ? 'numeric' : undefined;
    return say(words.days.date, { day: write(value, { day: 'numeric', month: 'long', year }) });
  }

  /** A day on which money moves: its date, whichever day it is, and near by its weekday. */
  function payday(value) {
    const isFar = Math.abs(daysUntil(value ?? UNFIT)) > 90;
    const more = isFar ? { year: 'numeric' } : { weekday: 'short' };
    return write(value, { day: 'numeric', month: 'long', ...more });
  }

  /** A message of a day or an instant ({day}, {date}, {payday}, {time}), which `element` draws with its date. */
  function sentence(value, message, values) {
    if (isUnfit(value) && message.includes('{time}')) return UNFIT;
    // What a message does not name is not written: writing a date is slow.
    const text = say(message, values, (name) => writers[name](value));
    if (isUnfit(value)) return text;
    const title = write(value, { dateStyle: 'full', timeStyle: isDay(value) ? undefined : 'long' });
    return { datetime: value, title, text };
  }

  const writers = { day, date, payday, time: (value) => write(value, { timeStyle: 'short' }) };

  const number = (value, options) =>
    (isUnfit(value) ? UNFIT : new Intl.NumberFormat(locales.numbers, options).format(value));

  function money(price) {
    if (price === null || isUnfit(price.amount)) return price && UNFIT;
    const { amount, currency } = price;
    const digits = digitsOf(currency);
    return number(amount / 10 ** digits, { style: 'currency', currency, maximumFractionDigits: digits });
  }

  return { date, day, daysUntil, money, number, sentence, write };
}

const isUnfit = (value) => value === null || value === UNFIT;

// Of the minor unit, by ISO 4217. Browsers have other digits for some (forint, peso), which are for display only.
function digitsOf(currency) {
  if (/BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF/.test(currency)) return 0;
  return /BHD|IQD|JOD|KWD|LYD|OMR|TND/.test(currency) ? 3 : 2;
}

function isKnown(locale, timeZone) {
  try {
    return Boolean(new Intl.DateTimeFormat(locale, { timeZone }));
  } catch {
    return false;
  }
}

/** A sentence of the day on which a subscription is renewed or ends, or null. */
export function subscriptionDay({ status, renewsOn, endsOn }, format) {
  const day = endsOn ?? renewsOn;
  if (!status || !day || status === 'paused') return null;
  if (status === 'trialing') return format.sentence(day, words.billing.trialEnds);
  if (!endsOn) return format.sentence(day, words.billing.renews);
  return format.sentence(day, format.daysUntil(day) < 0 ? words.billing.ended : words.billing.ends);
}

/** What a plan costs, a month or a year. */
export const priceWords = ({ price, interval }, format) =>
  say(words.billing.price[interval] ?? '{amount}', { amount: format.money(price) });
export const seatWords = ({ used, total }) => say(words.billing.seats, { used, n: total });
export const cardWords = ({ brand, last4 }) =>
  say(words.billing.card, { brand: brand ?? words.billing.anyCard, last4 });
export const usageWords = ({ unit, ...usage }) =>
  say(usage.included === null ? words.billing.usage : words.billing.usageOf, { ...usage, unit: unit ?? '' }).trim();
export const owes = ({ status, amountDue }) => status === 'open' && amountDue?.amount !== 0;

/** How a usage stands to its limit, where it needs the customer. */
export function limitOf({ used, included }) {
  const { over, near } = words.billing;
  if (included !== null && used > included) return { kind: 'usage_over', tone: 'warn', sign: 'alert', word: over };
  if (included > 0 && used >= included * 0.9) return { kind: 'usage_near', tone: 'calm', sign: 'clock', word: near };
  return null;
}

const isNamed = (ref) => ({ plan }) => ref === null || plan?.name === ref;
const managing = (subscriptions) => subscriptions.find(({ manageUrl }) => manageUrl)?.manageUrl;

/** What is left to pay of an invoice, as a need. */
export function invoiceNeed({ amountDue, number, description, dueOn, failedOn, payUrl }, { subscriptions }, format) {
  const { attention, billing } = words;
  const amount = amountDue && format.money(amountDue);
  const isLate = failedOn || (dueOn && format.daysUntil(dueOn) < 0);
  return {
    tone: isLate ? 'bad' : 'calm',
    sign: isLate ? 'alert' : 'clock',
    title: amount ? say(billing.toPay, { amount }) : billing.invoice.open,
    line: failedOn ? format.sentence(failedOn, billing.declined) : dueOn && format.sentence(dueOn, billing.due),
    about: description ?? number,
    url: payUrl ?? managing(subscriptions),
    label: payUrl ? say(attention.pay, { amount: amount ?? '' }).trim() : attention.updateCard,
  };
}

const usageNeed = (kind) => ({ subscriptions }, ref, format) => {
  const isIt = (used) => used.name === ref && limitOf(used)?.kind === kind;
  const { usage, manageUrl } = subscriptions.find((one) => one.usage.some(isIt));
  const used = usage.find(isIt);
  const limit = limitOf(used);
  const line = [limit.word, used.resetsOn && format.sentence(used.resetsOn, words.billing.resets)];
  return { ...limit, title: usageWords(used), line, url: manageUrl, label: words.attention.manage };
};

/**
 * How each need of the bills reads: { tone, sign, title, line, about, url, label }, where `about` is a text that others
 * wrote, and `url` with its `label` leads to what helps.
 */
export const billingNeeds = {
  __proto__: null,
  payment_failed: (bills, ref, format) =>
    invoiceNeed(bills.invoices.items.find(({ number }) => number === ref), bills, format),
  usage_over: usageNeed('usage_over'),
  usage_near: usageNeed('usage_near'),
  card_expires_before_renewal({ subscriptions, paymentMethod }) {
    const { card_expires_before_renewal: title, updateCard } = words.attention;
    const url = managing(subscriptions);
    return { tone: 'warn', sign: 'clock', title, line: cardWords(paymentMethod), url, label: updateCard };
  },
  trial_ends({ subscriptions, paymentMethod }, ref, format) {
    const trial = subscriptions.filter(isNamed(ref)).find(({ status }) => status === 'trialing');
    const { plan, endsOn, renewsOn, manageUrl } = trial;
    const { addCard, manage, trial_ends: title } = words.attention;
    return {
      tone: paymentMethod ? 'calm' : 'warn',
      sign: 'clock',
      title: say(title, { day: format.day(endsOn ?? renewsOn) }),
      line: plan.price && priceWords(plan, format),
      url: manageUrl,
      label: paymentMethod ? manage : say(addCard, { plan: plan.name }),
    };
  },
  seats_full({ subscriptions }, ref) {
    const full = subscriptions.filter(isNamed(ref)).find(({ seats }) => seats && seats.used >= seats.total);
    const { seats_full: message, addSeats: label } = words.attention;
    const title = say(message, { n: full.seats.total });
    return { tone: 'calm', sign: 'person', title, about: full.plan?.name, url: full.manageUrl, label };
  },
};

export const stepWords = ({ done, total }) =>
  say(done === total ? words.onboarding.allDone : words.onboarding.done, { done, total });

// The step of the way that a status is, its tone and its icon.
const stages = {
  __proto__: null,
  processing: [0, 'calm', 'box'],
  preparing: [0, 'calm', 'box'],
  shipped: [1, 'calm', 'truck'],
  in_transit: [1, 'calm', 'truck'],
  exception: [1, 'warn', 'alert'],
  out_for_delivery: [2, 'calm', 'truck'],
  ready_for_pickup: [2, 'good', 'box'],
  failed: [2, 'bad', 'alert'],
  delivered: [3, 'good', 'check'],
};
const offTheWay = [undefined, 'quiet', 'cross'];

/**
 * How a parcel stands, or an order without one: { step, tone, sign, word, line, seen, next, action }. The line is
 * what the customer came for, `seen` is where it was last, `next` is what happens then, `action` what to do.
 */
export function delivery(parcel, format) {
  const { status, exception, expectedOn, checkpoints: [last] = [] } = parcel;
  const { orders } = words;
  const [step, tone, sign] = stages[status] ?? offTheWay;
  const word = textFor(status, orders.status);
  const stand = { step, tone, sign, word, line: word, seen: seen(status, last), next: null, action: null };
  const arrives = arrival(parcel, format);

  if (status === 'delivered' && last?.at) return { ...stand, line: format.sentence(last.at, orders.arrived) };
  // Only an attempt is told as one.
  if (status === 'failed' && last?.status === status && last.at) {
    return { ...stand, line: format.sentence(last.at, orders.notHome), action: orders.newDay };
  }
  if (status === 'exception') {
    const { kind, text } = exception ?? {};
    const line = say(textFor(kind, orders.exception, word));
    return { ...stand, tone: ['damaged', 'lost'].includes(kind) ? 'bad' : tone, line, next: text };
  }
  if (step === undefined || tone !== 'calm') return stand;
  const silence = silenceOf(step, last, format);
  if (expectedOn && format.daysUntil(expectedOn) < 0) {
    const line = format.sentence(expectedOn, orders.expected);
    return { ...stand, tone: 'bad', sign: 'clock', line, next: silence };
  }
  if (silence) return { ...stand, tone: 'warn', sign: 'clock', line: silence, next: arrives };
  return { ...stand, line: arrives ?? word, next: arrives || step > 0 ? null : say(orders.undated) };
}

// A word that is not known is shown as it is.
const textFor = (name, known, other = name ?? UNFIT) => (Object.hasOwn(known, name) ? known[name] : other);

function seen(status, last) {
  if (!last?.place) return null;
  if (status === 'ready_for_pickup') return last.text ?? last.place;
  return say(words.orders.seen[status] ?? '{place}', last);
}

function arrival({ expectedOn, expectedFrom: from, expectedBy: by }, format) {
  if (!expectedOn) return null;
  const { arrives, arrivesFrom, arrivesBy, arrivesBetween } = words.orders;
  if (!by) return from ? format.sentence(from, arrivesFrom) : format.sentence(expectedOn, arrives);
  if (!from) return format.sentence(by, arrivesBy);
  return format.sentence(by, arrivesBetween, { from: format.write(from, { timeStyle: 'short' }) });
}

// Nothing was heard of a parcel on its way.
function silenceOf(step, last, format) {
  const n = last && step > 0 ? -format.daysUntil(last.at) : 0;
  return n >= silentDays ? say(words.orders.silent, { n }) : null;
}

// The step of a refund's way that its status is.
const refundStages = { __proto__: null, requested: 0, approved: 1, on_the_way: 2, received: 2, refunded: 3 };

/** How far money is on its way back, in the form of a parcel's standing. */
export function repayment({ status, amount, on }, format) {
  const { refund } = words;
  const step = refundStages[status];
  const word = textFor(status, refund.status);
  const isDone = status === 'refunded';
  const sum = amount && format.money(amount);
  const says = sum && textFor(status, refund.says, null);
  const line = isDone && on && sum ? format.sentence(on, refund.done, { amount: sum })
    : says ? say(says, { amount: sum }) : [refund.title, sum, word].filter(Boolean).join(' · ');
  const seen = on && !isDone ? format.sentence(on, refund.on) : null;
  return { step, tone: isDone ? 'good' : 'calm', sign: isDone ? 'check' : 'clock', word, line, seen, isRefund: true };
}

export const isOpen = ({ status }) => ['processing', 'shipped', 'out_for_delivery'].includes(status);
export const isTroubled = ({ tone }) => tone === 'bad' || tone === 'warn';

/** The order that is told first: one that needs the customer, the newest that is open, the newest. */
export function leadingOrder(items, format) {
  const open = items.filter(isOpen);
  return open.find((order) => isTroubled(standing(order, format))) ?? open[0] ?? items[0];
}

/** How an order stands: as that parcel of it which matters most, and once it is over as its refund. */
export function standing(order, format) {
  if (order.refund && !isOpen(order)) return repayment(order.refund, format);
  const parcels = stages[order.status] ? order.shipments : [];
  const stands = parcels.map((parcel) => delivery(parcel, format)).sort((one, other) => weight(other) - weight(one));
  return stands[0] ?? delivery(order, format);
}

// What went wrong speaks first, what has arrived last.
const weight = ({ tone, step = 0 }) => ({ bad: 4, warn: 3 }[tone] ?? step % 3);

/** Whether others are working on a step, or are to. */
export const isWithOthers = ({ status, blocker }) => status === 'blocked' && blocker?.owner !== 'you';
export const dueWords = (day, format) =>
  format.sentence(day, format.daysUntil(day) < 0 ? words.onboarding.wasDue : words.onboarding.due);
export const isFinished = ({ status }) => status === 'done' || status === 'skipped';

/** The steps without which not all is done, those that the customer can do before those that others are working on. */
export function stepsLeft({ tasks }) {
  const left = tasks.filter((task) => !isFinished(task) && !task.optional);
  return [...left.filter((task) => !isWithOthers(task)), ...left.filter(isWithOthers)];
}
