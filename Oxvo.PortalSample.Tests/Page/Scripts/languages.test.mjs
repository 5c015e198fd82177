// Every language has the same messages, with the same values in them, in all the forms that its numbers need.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../portal/words/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.js')).map((file) => file.split('.')[0]);
const read = async (file) => (await import(new URL(file, folder))).default;
const languages = Object.fromEntries(await Promise.all(
  files.map(async (name) => [name, { ...await read(`${name}.js`), asking: await read(`ask/${name}.js`) }])));
const { en } = languages;
const others = Object.entries(languages).filter(([name]) => name !== 'en');

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const isForms = (message) => 'other' in message && Object.keys(message).every((form) => FORMS.includes(form));

/** Every message with its path: a text, or the forms of one that counts. */
const messagesOf = (words, path = '') => Object.entries(words).flatMap(([name, message]) =>
  (typeof message === 'string' || isForms(message)
    ? [[path + name, message]] : messagesOf(message, `${path}${name}.`)));

const textsOf = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const placesIn = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join();

/** What a file lacks, has too much or has otherwise than English has it. */
function differences(words) {
  const [mine, theirs] = [en, words].map((file) => new Map(messagesOf(file)));
  const forms = new Intl.PluralRules(words.lang).resolvedOptions().pluralCategories;
  const found = [...new Set([...mine.keys(), ...theirs.keys()])]
    .filter((path) => !mine.has(path) || !theirs.has(path));
  for (const [path, message] of theirs) {
    if (found.includes(path)) continue;
    const places = placesIn(textsOf(mine.get(path)).at(-1));
    // A form of one number may do without the figure: "a minute ago".
    const few = typeof message !== 'string' && ['zero', 'one', 'two'];
    const areSame = Object.entries(typeof message === 'string' ? { text: message } : message).every(([form, text]) =>
      placesIn(text) === places || (few && few.includes(form) && placesIn(`${text}{n}`) === places));
    // All of them, or one for every number.
    const areForms = !few || ['other', [...forms].sort().join()].includes(Object.keys(message).sort().join());
    const areBoth = typeof message === typeof mine.get(path);
    if (!areSame || !areForms || !areBoth) found.push(path);
  }
  return found;
}

test('every language has each message, each value in it and each form of its numbers', () => {
  const found = Object.entries(languages).map(([name, words]) => [name, differences(words)]);

  assert.deepEqual(found, files.map((name) => [name, []]));
});

const broken = (name, spoil, path) => test(name, () => {
  const words = structuredClone(languages.ar);
  spoil(words);

  assert.deepEqual(differences(words), [path]);
});
broken('a message that a language lacks is found', ({ page }) => { delete page.stale; }, 'page.stale');
broken('a message that only one language has is found', ({ page }) => { page.joke = 'x'; }, 'page.joke');
broken('a value that a message lacks is found', ({ page }) => { page.stale = 'x'; }, 'page.stale');
broken('a form that a language lacks is found', ({ page }) => { delete page.updated.few; }, 'page.updated');
broken('a message that counts in English only is found', ({ page }) => { page.updated = '{n}'; }, 'page.updated');

test('a file is named as its language, which is written in the direction that it says', () => {
  for (const [name, { lang, dir }] of Object.entries(languages)) {
    assert.equal(lang.split('-')[0], name);
    assert.equal(dir, /^(ar|fa|he|ur)$/.test(name) ? 'rtl' : 'ltr');
  }
});

// What is the same in two languages without being left untranslated.
const SAME = ['ltr', '{day}', '{day} {time}', '{name}: {used} {unit}'];

test('no message of another language is left in English', () => {
  const english = new Set(messagesOf(en).flatMap(([, message]) => textsOf(message)));
  const left = others.flatMap(([name, words]) => messagesOf(words).flatMap(([path, message]) => textsOf(message)
    .filter((text) => english.has(text) && !SAME.includes(text)).map((text) => `${name} ${path}: ${text}`)));

  assert.deepEqual(left, []);
});
