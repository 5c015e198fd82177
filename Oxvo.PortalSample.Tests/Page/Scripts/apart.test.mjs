// The messenger in a window of its own, a popout or a web view: the website is the page that opened it, or nowhere.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { event, messenger, website } from './window.mjs';
import { isApart, prove, readSite } from '../portal/account.js';

const word = { source: 'portal-site', type: 'portal.signed_in', v: 1 };
const said = (from) => ({ ...readSite(event(word, { source: website, origin: website.origin, ...from })) });
const unheard = (name, from) => test(name, () => assert.deepEqual(said(from), {}));
const ask = () => prove(new AbortController().signal);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  website.asked.length = 0;
  website.closed = false;
  messenger.opener = website;
  window = { parent: messenger, top: messenger };
  location.ancestorOrigins = [messenger.origin];
});

test('the page that opened the messenger is asked at exact origins and told nothing but a nonce', () => {
  ask();

  const { message: { nonce, ...rest } } = website.asked[0];
  assert.deepEqual(rest, { source: 'portal', type: 'portal.token.request', v: 1 });
  assert.deepEqual(website.asked.map(({ message, origin }) => [message.nonce, origin]),
    [[nonce, 'https://www.acme.example'], [nonce, 'https://shop.acme.example']]);
});

test('the page that opened the messenger is heard', () => assert.deepEqual(said(), word));
unheard('the messenger at the top does not speak for the website', { source: messenger });
unheard('a page of another origin that opened the messenger is not heard', { origin: 'https://evil.example' });
unheard('a window of the website that did not open the messenger is not heard', { source: {} });

const alone = (name, change) => test(name, async () => {
  change();

  assert.deepEqual(await ask(), { error: 'alone' });
  assert.deepEqual(website.asked, []);
  assert.deepEqual(said(), {});
  assert.deepEqual(said({ source: null }), {});
});
alone('a web view has no website to ask or to hear', () => { messenger.opener = null; });
alone('an opener that is closed is not asked or heard', () => { website.closed = true; });

test('a page that opened the messenger and says nothing proves nothing', async () => {
  const proof = ask();
  mock.timers.tick(2_000);

  assert.deepEqual(await proof, { error: 'silent' });
});

test('below a website only what is on top is asked and heard, whoever opened it', () => {
  const opener = { postMessage: () => assert.fail() };
  window = { parent: messenger, top: Object.assign(Object.create(website), { opener }) };
  ask();

  assert.equal(isApart(), false);
  assert.deepEqual(said({ source: opener }), {});
  assert.deepEqual(said({ source: window.top }), word);
});

test('a page that is not in a frame has no messenger and takes no opener for the website', () => {
  window = { opener: website };
  Object.assign(window, { parent: window, top: window });

  assert.equal(isApart(), false);
  assert.deepEqual(said(), {});
});
