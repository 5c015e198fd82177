// Amounts, days and deliveries as the customer reads them: values in, text out.
import { billing, dayAt, dayBy, days, orders } from './strings.js';

const DAY = 86_400_000; // milliseconds

/** What is shown for a stored value that the portal could not read: the answer holds this, or null. */
export const UNFIT = '—';

/**
 * How to write for a customer, in their locale and zone, at the instant of the answer. Days are YYYY-MM-DD, instants
 * are ISO 8601 in UTC, amounts { amount, currency } in minor units.
 */
export function formats({ customer, asOf }) {
  const locale = isKnown(customer.locale) ? customer.locale : 'en-GB';
  const timeZone = isKnown('en', customer.timeZone) ? customer.timeZone : 'UTC';
  const isDay = (value) => value.length === 10;

  function write(value, options, language = locale) {
    if (isUnfit(value)) return UNFIT;
    const zone = isDay(value) ? 'UTC' : timeZone; // a day without a time is the same everywhere
    return new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(new Date(value));
  }

  // Swedish dates are YYYY-MM-DD.
  const dayOf = (value) => write(value, {}, 'sv');
  const today = Date.parse(dayOf(asOf));
  const daysUntil = (value) => Math.round((Date.parse(dayOf(value)) - today) / DAY);

  function day(value) {
    if (isUnfit(value)) return UNFIT;
    const distance = daysUntil(value);
    if (distance > 1 && distance < 7) return write(value, { weekday: 'long' });
    const year = Math.abs(distance) > 180 ? 'numeric' : undefined;
    return days[distance] ?? write(value, { day: 'numeric', month: 'long', year });
  }

  /** A sentence of a day or an instant, which `element` draws with its date. */
  function sentence(value, words, withTime = null) {
    if (isUnfit(value)) return words(UNFIT);
    const text = withTime ? withTime(day(value), write(value, { timeStyle: 'short' })) : day(value);
    const title = write(value, { dateStyle: 'full', timeStyle: isDay(value) ? undefined : 'long' });
    return { datetime: value, title, text: words(text) };
  }

  const number = (value, options) => (isUnfit(value) ? UNFIT : new Intl.NumberFormat(locale, options).format(value));

  function money(price) {
    if (price === null || isUnfit(price.amount)) return price && UNFIT;
    const { amount, currency } = price;
    const digits = digitsOf(currency);
    return number(amount / 10 ** digits, { style: 'currency', currency, maximumFractionDigits: digits });
  }

  return { day, daysUntil, money, number, sentence, write };
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
  if (status === 'trialing') return format.sentence(day, billing.trialEnds);
  if (!endsOn) return format.sentence(day, billing.renews);
  return format.sentence(day, format.daysUntil(day) < 0 ? billing.ended : billing.ends);
}

// The step of the way that a status is, its tone and its icon.
const stages = {
  __proto__: null,
  processing: [0, 'calm', 'box'],
  preparing: [0, 'calm', 'box'],
  shipped: [1, 'calm', 'truck'],
  in_transit: [1, 'calm', 'truck'],
  out_for_delivery: [2, 'calm', 'truck'],
  ready_for_pickup: [2, 'good', 'box'],
  failed: [2, 'bad', 'alert'],
  delivered: [3, 'good', 'check'],
};
const offTheWay = [undefined, 'quiet', 'cross'];

/** How a parcel stands, or an order without one: { step, tone, sign, word, line }. */
export function delivery({ status, expectedOn, expectedBy, checkpoints: [last] = [] }, format) {
  const [step, tone, sign] = stages[status] ?? offTheWay;
  const stand = { step, tone, sign, word: orders.status[status] ?? status };
  const withLine = (line) => ({ ...stand, line });

  if (status === 'delivered') return withLine(last && format.sentence(last.at, orders.arrived, dayAt));
  if (status === 'ready_for_pickup') return withLine(orders.pickup(last?.place));
  if (status === 'failed') return withLine(orders.failed);
  if (step === undefined) return withLine(null);
  if (!expectedOn) return withLine(step === 0 && orders.undated);
  if (format.daysUntil(expectedOn) < 0) {
    const line = format.sentence(expectedOn, orders.expected);
    return { step, tone: 'bad', sign: 'clock', word: orders.late, line };
  }
  if (expectedBy) return withLine(format.sentence(expectedBy, orders.arrives, dayBy));
  return withLine(format.sentence(expectedOn, orders.arrives));
}

export const isOpen = ({ status }) => ['processing', 'shipped', 'out_for_delivery'].includes(status);

/** How an order stands: as that parcel of it which matters most. */
export function standing(order, format) {
  const parcels = stages[order.status] ? order.shipments : [];
  const stands = parcels.map((parcel) => delivery(parcel, format)).sort((one, other) => weight(other) - weight(one));
  return stands[0] ?? delivery(order, format);
}

// What went wrong speaks first, what has arrived last.
const weight = ({ tone, step = 0 }) => (tone === 'bad' ? 3 : step % 3);
