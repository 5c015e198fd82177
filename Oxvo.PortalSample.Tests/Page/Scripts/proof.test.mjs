// How the page asks the website for proof, what it takes for one, and how it asks the portal with it.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { answer, kept, messenger, website } from './window.mjs';
import { prove, readAccount } from '../portal/account.js';

const token = (claims) => `a.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c`;
const response = { type: 'portal.token.response', ok: true, token: token({ sub: 'mira' }) };
let leaving, nonce;

function ask() {
  leaving = new AbortController();
  const proof = prove(leaving.signal);
  nonce = website.asked.at(-1)?.message.nonce;
  return proof;
}
// What has not come yet is undefined.
const soFar = (promise) => Promise.race([promise, new Promise((resolve) => setImmediate(resolve))]);

beforeEach(() => {
  leaving?.abort();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  website.asked.length = 0;
  location.ancestorOrigins = [messenger.origin, website.origin];
});

test('the website on top is asked at its exact origin and told nothing but a nonce', () => {
  ask();

  const message = { source: 'portal', type: 'portal.token.request', v: 1, nonce };
  assert.deepEqual(website.asked, [{ message, origin: website.origin }]);
});

test('a page on top that is not configured is not asked', () => {
  location.ancestorOrigins = [messenger.origin, 'https://evil.example'];

  ask();

  assert.deepEqual(website.asked, []);
});

test('where the browser does not tell who is on top each configured website is asked', () => {
  location.ancestorOrigins = undefined;

  ask();

  const origins = website.asked.map(({ origin }) => origin);
  assert.deepEqual(origins, ['https://www.acme.example', 'https://shop.acme.example']);
});

test('every question has a nonce of its own', () => {
  const nonces = Array.from({ length: 8 }, () => (ask(), nonce));

  assert.equal(new Set(nonces).size, 8);
  assert.ok(nonces.every((text) => /^[\w-]{7,128}$/.test(text)));
});

test('the question is repeated with its nonce until it is answered', async () => {
  const proof = ask();
  mock.timers.tick(1_000);
  answer({ ...response, nonce });
  await proof;
  mock.timers.tick(1_000);

  assert.deepEqual(website.asked.map(({ message }) => message.nonce), [nonce, nonce, nonce]);
});

test('a proof is its token and whose it is', async () => {
  const proof = ask();
  answer({ ...response, nonce });

  assert.deepEqual(await proof, { token: response.token, subject: 'mira', desk: null });
});

const desks = (name, said, origin) => test(name, async () => {
  const proof = ask();
  answer({ ...response, nonce, ...said });

  assert.equal((await proof).desk, origin);
});
desks('a website that takes questions is asked where it answered', { can: ['ask'] }, website.origin);
desks('a website that can do something else takes no questions', { can: ['sign'] }, null);
desks('a text in place of what a website can do is nothing', { can: 'ask' }, null);

test('a proof is kept in no storage of the browser', async () => {
  const proof = ask();
  answer({ ...response, nonce });
  await proof;

  assert.deepEqual(kept, []);
});

test('a subject may hold any character', async () => {
  const proof = ask();
  answer({ ...response, nonce, token: token({ sub: '??>>~~mira' }) });

  assert.equal((await proof).subject, '??>>~~mira');
});

test('a token that cannot be read has no subject', async () => {
  const proof = ask();
  answer({ ...response, nonce, token: 'a.b.c' });

  assert.deepEqual(await proof, { token: 'a.b.c', subject: null, desk: null });
});

test('an answer to another question is not heard', async () => {
  const proof = ask();
  answer({ ...response, nonce: '0'.repeat(32) });

  assert.equal(await soFar(proof), undefined);
});

test('an answer from another window is not heard', async () => {
  const proof = ask();
  answer({ ...response, nonce }, { source: messenger });

  assert.equal(await soFar(proof), undefined);
});

test('an answer of another origin is not heard', async () => {
  const proof = ask();
  answer({ ...response, nonce }, { origin: `${website.origin}.evil.example` });

  assert.equal(await soFar(proof), undefined);
});

test('without a word of the website there is no proof after two seconds', async () => {
  const proof = ask();
  mock.timers.tick(1_999);
  const before = await soFar(proof);
  mock.timers.tick(1);

  assert.equal(before, undefined);
  assert.deepEqual(await proof, { error: 'none' });
});

test('after pending the answer may take ten seconds', async () => {
  const proof = ask();
  answer({ type: 'portal.token.pending', nonce });
  mock.timers.tick(9_999);
  const before = await soFar(proof);
  mock.timers.tick(1);

  assert.equal(before, undefined);
  assert.deepEqual(await proof, { error: 'unavailable' });
});

test('after pending the question is not repeated', () => {
  ask();
  answer({ type: 'portal.token.pending', nonce });
  mock.timers.tick(5_000);

  assert.equal(website.asked.length, 1);
});

test('a question that is given up is not repeated and hears no answer', async () => {
  const proof = ask();
  leaving.abort();
  answer({ ...response, nonce });
  mock.timers.tick(5_000);

  assert.equal((await proof).token, undefined);
  assert.equal(website.asked.length, 1);
});

const fails = (name, said, error) => test(name, async () => {
  const proof = ask();
  answer({ ...response, token: undefined, nonce, ...said });

  assert.deepEqual(await proof, error);
});

fails('a website where nobody is signed in says so', { ok: false, error: 'signed_out' }, { error: 'signed_out' });
fails('a website that was asked too often is left alone for a while',
  { ok: false, error: 'rate_limited' }, { error: 'busy', wait: 20 });
fails('a website that cannot answer is unavailable', { ok: false, error: 'unavailable' }, { error: 'unavailable' });
fails('an error that is not known is unavailable', { ok: false, error: 'constructor' }, { error: 'unavailable' });
fails('signed out is believed only where the answer is no',
  { ok: true, error: 'signed_out' }, { error: 'unavailable' });
fails('a token beside a no is not taken', { ok: false, token: 'a.b.c' }, { error: 'unavailable' });
fails('two parts are not a token', { token: 'a.b' }, { error: 'unavailable' });
fails('four parts are not a token', { token: 'a.b.c.d' }, { error: 'unavailable' });
fails('an empty part is not part of a token', { token: 'a..c' }, { error: 'unavailable' });
fails('an empty text is not a token', { token: '' }, { error: 'unavailable' });
fails('more than 4096 characters are not a token', { token: `a.b.${'c'.repeat(4093)}` }, { error: 'unavailable' });
fails('a line end is not part of a token', { token: 'a.b.c\r\nX-Evil: 1' }, { error: 'unavailable' });
fails('a list is not a token', { token: ['a.b.c'] }, { error: 'unavailable' });
fails('null is not a token', { token: null }, { error: 'unavailable' });

const asked = [];
const answering = (status, body = {}, headers = {}) => {
  asked.length = 0;
  globalThis.fetch = async (...request) => {
    asked.push(request);
    return Response.json(body, { status, headers });
  };
};
const readMira = (claim = { identifier: 'mira', id: 7 }) => readAccount(claim, 'a.b.c', new AbortController().signal);

test('the token goes to the portal in a header alone, on the page’s own connection, and follows no redirect', async () => {
  answering(200, { asOf: 'now' });

  const answered = await readMira();

  const [[address, { headers, credentials, redirect }]] = asked;
  assert.deepEqual(answered, { data: { asOf: 'now' } });
  assert.equal(address, 'api/widget-portal?identifier=mira');
  assert.deepEqual({ headers, credentials, redirect },
    { headers: { Authorization: 'Bearer a.b.c' }, credentials: undefined, redirect: 'error' });
});

test('the id is asked for only where there is no identifier', async () => {
  answering(200);

  await readMira({ identifier: null, id: 42 });

  assert.equal(asked[0][0], 'api/widget-portal?id=42');
});

test('an identifier cannot add to the address', async () => {
  answering(200);

  await readMira({ identifier: 'a&id=1#é', id: null });

  assert.equal(asked[0][0], 'api/widget-portal?identifier=a%26id%3D1%23%C3%A9');
});

const refused = (name, status, error, headers) => test(name, async () => {
  answering(status, {}, headers);

  const answered = await readMira();

  assert.deepEqual(answered, { wait: 0, ...error });
});

refused('a token that is refused is told from other faults', 401, { error: 'refused' });
refused('a key that is not the customer’s is told from other faults', 403, { error: 'mismatch' });

test('no account is told from other faults', async () => {
  answering(404, { type: 'urn:oxvo-portal:no_account' });

  assert.deepEqual(await readMira(), { error: 'empty', wait: 0 });
});

const strange = (name, body, type) => test(name, async (t) => {
  const told = t.mock.method(console, 'error', () => {});
  globalThis.fetch = async () => new Response(body, { status: 404, headers: { 'Content-Type': type } });

  const answered = await readMira();

  assert.deepEqual(answered, { error: 'unavailable' });
  assert.match(told.mock.calls[0].arguments[0], /^api\/widget-portal: this 404 is not the portal’s/);
});

strange('a 404 of a site in front of the portal is not a word about the account', '<h1>Not found</h1>', 'text/html');
strange('a 404 without a body is not a word about the account', null, 'text/plain');
strange('a 404 of the portal for another address is not a word about the account',
  '{"type":"urn:oxvo-portal:not_found"}', 'application/problem+json');

refused('a busy portal tells how long to wait', 429, { error: 'busy', wait: 17 }, { 'Retry-After': '17' });
refused('a busy portal may tell no time', 429, { error: 'busy' });
refused('a portal that cannot read is unavailable', 503, { error: 'unavailable', wait: 3 }, { 'Retry-After': '3' });
refused('a fault that is not known is unavailable', 418, { error: 'unavailable' });

test('a portal that cannot be reached is unavailable', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError());

  assert.deepEqual(await readMira(), { error: 'unavailable' });
});

test('an answer that is not JSON is unavailable', async () => {
  globalThis.fetch = async () => new Response('<html>');

  assert.deepEqual(await readMira(), { error: 'unavailable' });
});
