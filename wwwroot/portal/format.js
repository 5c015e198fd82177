// Amounts, days and deliveries as the customer reads them: values in, text out.
import { at, by, days, orders } from './strings.js';

/** Writes amounts, days (YYYY-MM-DD) and instants in the customer's locale and zone; `on` says a sentence of one, which `el` draws. */
export function formats({ customer: { locale, timeZone }, asOf }) {
  try {
    new Intl.DateTimeFormat(locale, { timeZone });
  } catch {
    [locale, timeZone] = ['en-GB', 'UTC'];
  }
  const isDay = (value) => value.length === 10;
  const write = (value, options, tongue = locale) => new Intl.DateTimeFormat(tongue, {
    timeZone: isDay(value) ? 'UTC' : timeZone, ...options,
  }).format(new Date(value));
  const dayOf = (value) => write(value, {}, 'sv');
  const today = dayOf(asOf);
  const ahead = (value) => Math.round((Date.parse(dayOf(value)) - Date.parse(today)) / 86_400_000);
  const day = (value) => {
    const distance = ahead(value);
    if (distance > 1 && distance < 7) return write(value, { weekday: 'long' });
    const year = Math.abs(distance) > 180 ? 'numeric' : undefined;
    return days[distance] ?? write(value, { day: 'numeric', month: 'long', year });
  };
  const on = (value, say, withTime) => ({
    datetime: value,
    title: write(value, { dateStyle: 'full', timeStyle: isDay(value) ? undefined : 'long' }),
    text: say(withTime ? withTime(day(value), write(value, { timeStyle: 'short' })) : day(value)),
  });
  const money = ({ amount, currency }) => {
    const number = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return number.format(amount / 10 ** number.resolvedOptions().maximumFractionDigits);
  };
  return { ahead, day, money, on, write };
}

const stages = {
  __proto__: null,
  processing: [0], preparing: [0], shipped: [1], in_transit: [1], out_for_delivery: [2],
  ready_for_pickup: [2, 'good', 'box'], failed: [2, 'bad', 'alert'], delivered: [3, 'good', 'check'],
};

/** How a parcel stands, or an order without one. */
export function delivery({ status, expectedOn, expectedBy, checkpoints: [last] = [] }, f) {
  const [step, tone = 'calm', sign = step ? 'truck' : 'box'] = stages[status] ?? [undefined, 'quiet', 'cross'];
  const say = (line) => ({ step, tone, sign, line, word: orders.status[status] ?? status });
  if (status === 'delivered') return say(last && f.on(last.at, orders.arrived, at));
  if (status === 'ready_for_pickup') return say(orders.pickup(last?.place));
  if (status === 'failed') return say(orders.failed);
  if (step === undefined || !expectedOn) return say(step === 0 && orders.undated);
  if (f.ahead(expectedOn) < 0) return { ...say(f.on(expectedOn, orders.expected)), tone: 'bad', sign: 'clock', word: orders.late };
  return say(expectedBy ? f.on(expectedBy, orders.arrives, by) : f.on(expectedOn, orders.arrives));
}

// What went wrong speaks first, what has arrived last.
const weight = ({ tone, step = 0 }) => (tone === 'bad' ? 3 : step % 3);
export const isOpen = ({ status }) => ['processing', 'shipped', 'out_for_delivery'].includes(status);

export function standing(order, f) {
  const parcels = stages[order.status] ? order.shipments : [];
  return parcels.map((parcel) => delivery(parcel, f)).sort((a, b) => weight(b) - weight(a))[0] ?? delivery(order, f);
}
