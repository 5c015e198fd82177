// What counts as a claim of the messenger, and what as a word of the website.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, messenger, website } from './window.mjs';
import { readClaim, readSite } from '../portal/account.js';

const claimed = (payload, { data, ...from } = {}) => readClaim(event(
  { source: 'oxvo-app', type: 'oxvo.current_user', payload, ...data },
  { source: messenger, origin: messenger.origin, ...from }));
const mira = { id: 7, identifier: 'mira' };

const taken = (name, payload, claim) => test(name, () => assert.deepEqual(claimed(payload), claim));
const unusable = (name, payload) => taken(name, payload, { identifier: null, id: null });
const ignored = (name, change, payload = mira) => test(name, () => assert.equal(claimed(payload, change), null));
const unread = (name, data) => test(name, () =>
  assert.equal(readClaim(event(data, { source: messenger, origin: messenger.origin })), null));

taken('an identifier and an id are taken as they are', mira, mira);
taken('a visitor without an identifier is claimed by id', { id: 42, identifier: null }, { identifier: null, id: 42 });
taken('an identifier without an id is enough', { identifier: 'mira' }, { identifier: 'mira', id: null });
taken('an identifier of 128 characters is taken',
  { id: 7, identifier: 'x'.repeat(128) }, { identifier: 'x'.repeat(128), id: 7 });
taken('nothing in an identifier is trimmed or folded',
  { id: 7, identifier: ' Mira ' }, { identifier: ' Mira ', id: 7 });
taken('an identifier in any script is taken', { id: 7, identifier: 'שלום 🎈' }, { identifier: 'שלום 🎈', id: 7 });
taken('an unusable id beside an identifier is dropped alone',
  { id: '7', identifier: 'mira' }, { identifier: 'mira', id: null });
taken('members that are not known are not taken', { ...mira, has_email: true, admin: true }, mira);

unusable('an empty identifier does not fall back to the id', { id: 7, identifier: '' });
unusable('an identifier of spaces does not fall back to the id', { id: 7, identifier: '   ' });
unusable('an identifier of 129 characters does not fall back to the id', { id: 7, identifier: 'x'.repeat(129) });
unusable('a zero character spoils an identifier', { id: 7, identifier: 'mi\0ra' });
unusable('a line end spoils an identifier', { id: 7, identifier: 'mira\n' });
unusable('a control character above ASCII spoils an identifier', { id: 7, identifier: 'mira\x85' });
unusable('half a character spoils an identifier', { id: 7, identifier: '\ud800' });
unusable('an object is not an identifier', { id: 7, identifier: { length: 4 } });
unusable('a list is not an identifier', { id: 7, identifier: ['mira'] });
unusable('true is not an identifier', { id: 7, identifier: true });
unusable('a number is not an identifier', { id: 7, identifier: 42 });
unusable('zero is not an id', { id: 0, identifier: null });
unusable('a negative number is not an id', { id: -1, identifier: null });
unusable('a fraction is not an id', { id: 1.5, identifier: null });
unusable('not-a-number is not an id', { id: NaN, identifier: null });
unusable('a number that is not exact is not an id', { id: 2 ** 53, identifier: null });
unusable('digits in a string are not an id', { id: '42', identifier: null });
unusable('true is not an id', { id: true, identifier: null });
unusable('an empty payload claims nothing', {});

ignored('a claim from another window is ignored', { source: website });
ignored('a claim without a window is ignored', { source: null });
ignored('a claim of another origin is ignored', { origin: 'https://evil.example' });
ignored('an origin that begins like the messenger’s is ignored', { origin: `${messenger.origin}.evil.example` });
ignored('an origin that ends like the messenger’s is ignored', { origin: `https://evil.example/${messenger.origin}` });
ignored('a part of the messenger’s origin is ignored', { origin: messenger.origin.slice(0, -1) });
ignored('the messenger’s host over plain http is ignored', { origin: messenger.origin.replace('https', 'http') });
ignored('the origin null is ignored', { origin: 'null' });
ignored('the website is not a messenger', { origin: website.origin });
ignored('another source is not a claim', { data: { source: 'oxvo' } });
ignored('another type is not a claim', { data: { type: 'oxvo.current_users' } });
ignored('a source and a type in lists are not a claim',
  { data: { source: ['oxvo-app'], type: ['oxvo.current_user'] } });
ignored('a claim without a payload is ignored', { data: { payload: undefined } });
ignored('a payload of text is ignored', {}, 'mira');
ignored('a payload in a list is ignored', {}, [mira]);
ignored('what a payload inherits is not read', {}, Object.create(mira));
unread('null is not a message', null);
unread('text is not a message', 'oxvo.current_user');
unread('a list is not a message', ['oxvo-app']);
unread('a map is not a message', new Map([['source', 'oxvo-app'], ['type', 'oxvo.current_user'], ['payload', mira]]));

test('each configured messenger is heard', () =>
  assert.deepEqual(claimed(mira, { origin: 'https://oxvo.acme.example' }), mira));

const word = { source: 'portal-site', type: 'portal.signed_in', v: 1 };
const said = (data, from) => readSite(event(data, { source: website, origin: website.origin, ...from }));
const unsaid = (name, data, from) => test(name, () => assert.deepEqual({ ...said(data, from) }, {}));

test('the website is heard', () => assert.deepEqual({ ...said(word) }, word));
test('each configured website is heard', () =>
  assert.deepEqual({ ...said(word, { origin: 'https://shop.acme.example' }) }, word));
unsaid('a word from a window that is not on top is not the website’s', word, { source: messenger });
unsaid('a word of another origin is not the website’s', word, { origin: 'https://evil.example' });
unsaid('an origin that begins like the website’s is not heard', word, { origin: `${website.origin}.evil.example` });
unsaid('the messenger is not a website', word, { origin: messenger.origin });
unsaid('a word of another family is not heard', { ...word, source: 'portal' });
unsaid('a word of another version is not heard', { ...word, v: 2 });
unsaid('a version in text is not heard', { ...word, v: '1' });
unsaid('a word that is not an object is not heard', 'portal.signed_in');
