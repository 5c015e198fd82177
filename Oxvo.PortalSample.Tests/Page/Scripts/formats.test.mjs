// How amounts, days and instants read in the customer's locale and zone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats, useWords } from '../portal/format.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

const at = (asOf, timeZone = 'UTC', locale = 'en-GB') => formats({ customer: { locale, timeZone }, asOf });
const noon = at('2026-03-10T12:00:00Z'); // a Tuesday
const plain = (text) => text && text.replaceAll(/[\u00a0\u202f]/g, ' ');

const money = (name, locale, amount, text) => test(name, () =>
  assert.equal(plain(at('2026-03-10T12:00:00Z', 'UTC', locale).money(amount)), text));
money('an amount is minor units in the customer’s writing',
  'de-DE', { amount: 123456, currency: 'EUR' }, '1.234,56 €');
money('another locale writes the same amount its own way', 'en-US', { amount: 123456, currency: 'EUR' }, '€1,234.56');
money('a currency without minor units is not divided', 'en-US', { amount: 1500, currency: 'JPY' }, '¥1,500');
money('a currency of three decimals is divided by a thousand', 'en-US', { amount: 1234, currency: 'KWD' }, 'KWD 1.234');
money('a currency that browsers write without its minor unit still has one',
  'en-US', { amount: 199000, currency: 'HUF' }, 'HUF 1,990');
money('an amount that could not be read is a dash', 'en-US', { amount: null, currency: null }, '—');
money('an amount that is not there is left out', 'en-US', null, null);
money('nothing is still an amount', 'en-GB', { amount: 0, currency: 'GBP' }, '£0.00');
money('a credit is negative', 'en-GB', { amount: -250, currency: 'GBP' }, '-£2.50');
money('an unknown locale reads as British English', 'no_such_locale', { amount: 123456, currency: 'EUR' }, '€1,234.56');

test('an unknown zone reads as UTC', () => {
  const f = at('2026-03-10T23:30:00Z', 'Mars/Olympus_Mons', 'de-DE');

  assert.equal(f.day('2026-03-10'), 'today');
  assert.equal(f.write('2026-03-10T23:30:00Z', { timeStyle: 'short' }), '23:30');
});

const day = (name, value, text) => test(name, () => assert.equal(noon.day(value), text));
day('today has a name', '2026-03-10', 'today');
day('yesterday has a name', '2026-03-09', 'yesterday');
day('tomorrow has a name', '2026-03-11', 'tomorrow');
day('a day two days ahead is a weekday', '2026-03-12', 'Thursday');
day('a day six days ahead is a weekday', '2026-03-16', 'Monday');
day('a day a week ahead is a date', '2026-03-17', '17 March');
day('the day before yesterday is a date', '2026-03-08', '8 March');
day('a day half a year back needs no year', '2025-09-11', '11 September');
day('a day more than half a year back tells its year', '2025-09-10', '10 September 2025');
day('a day more than half a year ahead tells its year', '2026-09-07', '7 September 2026');
day('a day that could not be read is a dash', '—', '—');
day('an instant that could not be read is a dash', null, '—');
day('an instant reads as its day', '2026-03-11T08:00:00Z', 'tomorrow');

test('what today is depends on the customer’s zone', () => {
  const late = '2026-03-10T22:30:00Z';

  const today = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Tokyo'].map((zone) => at(late, zone).day('2026-03-10'));

  assert.deepEqual(today, ['today', 'today', 'yesterday']);
});

test('an instant is counted to the day that it has in the customer’s zone', () => {
  const days = ['America/Los_Angeles', 'UTC', 'Europe/Berlin']
    .map((zone) => at('2026-03-10T12:00:00Z', zone).day('2026-03-10T23:00:00Z'));

  assert.deepEqual(days, ['today', 'today', 'tomorrow']);
});

test('the last second of a day is that day and the next second the next', () => {
  const f = at('2026-03-10T12:00:00Z', 'Europe/Berlin');

  assert.deepEqual(['2026-03-10T22:59:59Z', '2026-03-10T23:00:00Z'].map(f.daysUntil), [0, 1]);
});

test('a day without a time is the same day in every zone', () => {
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];

  const dates = zones.map((zone) =>
    at('2026-01-10T12:00:00Z', zone).write('2026-03-10', { day: 'numeric', month: 'long' }));

  assert.deepEqual(dates, ['10 March', '10 March']);
});

test('a day on which the clocks change is one day', () => {
  const spring = at('2026-03-28T23:30:00Z', 'Europe/Berlin');
  const autumn = at('2026-10-24T22:30:00Z', 'Europe/Berlin');

  assert.deepEqual([spring.daysUntil('2026-03-30'), autumn.daysUntil('2026-10-26')], [1, 1]);
});

test('days are counted across the end of a year', () => {
  assert.equal(at('2026-12-31T12:00:00Z').day('2027-01-01'), 'tomorrow');
});

test('a sentence of a day keeps the day for machines and tells it whole', () => {
  const arrives = noon.sentence('2026-03-11', 'Arrives {day}');

  assert.deepEqual(arrives, { datetime: '2026-03-11', title: 'Wednesday, 11 March 2026', text: 'Arrives tomorrow' });
});

test('a sentence of an instant tells its time and zone', () => {
  const f = at('2026-03-10T12:00:00Z', 'Europe/Berlin');

  const arrived = f.sentence('2026-03-10T08:05:00Z', 'Arrived {day} at {time}');

  assert.deepEqual(arrived, {
    datetime: '2026-03-10T08:05:00Z', title: 'Tuesday, 10 March 2026 at 09:05:00 CET', text: 'Arrived today at 09:05',
  });
});

test('a sentence of what could not be read holds a dash, and no date for machines', () => {
  assert.equal(noon.sentence('—', 'due {day}'), 'due —');
  assert.ok(Number.isNaN(noon.daysUntil('—')));
});

test('an unknown locale leaves the zone as it is', () => {
  const f = at('2026-03-10T23:30:00Z', 'Asia/Tokyo', 'no_such_locale');

  assert.equal(f.write('2026-03-10T23:30:00Z', { timeStyle: 'short' }), '08:30');
});
