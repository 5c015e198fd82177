// What the page says, in whose language, and how a message gets its values.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { formats, say, useWords, words } from '../portal/format.js';
import en from '../portal/words/en.js';

beforeEach(() => useWords(en, 'en-GB'));

const at = (locale) => formats({ customer: { locale, timeZone: 'UTC' }, asOf: '2026-03-10T12:00:00Z' });

test('a message has its values where their names are, and the website’s name', () => {
  assert.equal(say('{who} of {site}', { who: 'Mira' }), 'Mira of Acme');
});

test('a message that counts has the form of its number', () => {
  const message = { one: '{n} day', other: '{n} days' };

  assert.deepEqual([0, 1, 2, 1_000].map((n) => say(message, { n })), ['0 days', '1 day', '2 days', '1,000 days']);
});

test('a number in a message is as the customer’s region writes it', () => {
  const numbers = ['ar-EG', 'ar-MA'].map((locale) => {
    useWords({ ...en, lang: 'ar' }, locale);
    return say('{n}', { n: 12345 });
  });

  assert.deepEqual(numbers, ['١٢٬٣٤٥', '12.345']);
});

test('a text in a message stays as it is, also where it holds the name of another', () => {
  assert.equal(say('{a}{b}', { a: '{b}', b: '0042' }), '{b}0042');
});

test('a value that could not be read is a dash in a message', () => {
  assert.equal(say('{used} of {n}', { used: null, n: undefined }), '— of —');
});

test('in a language that is written from the right each text keeps its own direction', () => {
  useWords({ ...en, dir: 'rtl' }, 'en-GB');

  assert.equal(say('{a} {b}', { a: 'Mira', b: 7 }), '\u2068Mira\u2069 7');
});

test('days and figures of a language without a file are English, and amounts as the customer’s region has them', () => {
  const price = { amount: 123456, currency: 'EUR' };
  const written = ['pl-PL', 'fa-IR'].map((locale) => [
    at(locale).day('2026-03-12'), at(locale).write('2026-03-17', { dateStyle: 'medium' }),
    at(locale).money(price).replaceAll(/[\u00a0\u200e]/g, ' '),
  ]);

  assert.deepEqual(written, [['Thursday', '17 Mar 2026', '1234,56 €'], ['Thursday', '17 Mar 2026', ' € 1,234.56']]);
});

test('days and figures of another region of the language are that region’s', () => {
  assert.equal(at('en-US').write('2026-03-17', { dateStyle: 'medium' }), 'Mar 17, 2026');
});

test('a day is put into a sentence as its language does', () => {
  useWords({ ...en, lang: 'de', days: { weekday: 'am {day}', date: 'den {day}' } }, 'de-DE');
  const days = ['2026-03-11', '2026-03-12', '2026-03-18'].map((day) => at('de-DE').sentence(day, 'kommt {day}').text);

  assert.deepEqual(days, ['kommt morgen', 'kommt am Donnerstag', 'kommt den 18. März']);
});

test('a sentence can ask for the date of a day that has a name', () => {
  assert.equal(at('en-GB').sentence('2026-03-11', 'due {date}').text, 'due 11 March');
});

test('who imports the words reads those that are spoken now', () => {
  useWords({ ...en, lang: 'ja' }, 'ja-JP');

  assert.equal(words.lang, 'ja');
});
