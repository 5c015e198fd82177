// The website's part: who gets a token, how many are minted, and what a sign-in or sign-out does to those on the way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, mock, test } from 'node:test';
import { settle } from './settle.mjs';

let hear;
globalThis.window = {
  addEventListener: (_, listener) => { hear = listener; },
  removeEventListener: (_, listener) => { if (hear === listener) hear = () => {}; },
};
const exported = await import('../ForYourSite/portal-session.js');
const { startPortalSession } = exported;
const declared = readFileSync(new URL('../ForYourSite/portal-session.d.ts', import.meta.url), 'utf8');

const portal = 'https://portal.acme.example';
const asking = () => ({ closed: false, got: [], postMessage(message, origin) { this.got.push({ message, origin }); } });
const request = { source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n-1' };
const ask = (source, nonce = 'n-1', { origin = portal, ...changed } = {}) =>
  hear({ data: { ...request, nonce, ...changed }, origin, source });
const types = ({ got }) => got.map(({ message }) => message.type.replace(/^portal\./, ''));
const last = ({ got }) => got.at(-1).message;
const granted = (token = 'a.b.c') => Response.json({ token, expires_in: 60 });

// A backend that holds its answers back, until a test lets the oldest go.
let mints, seen, session, warnings;
console.warn = (...words) => warnings.push(words.join(' '));
const release = async (response = granted()) => {
  mints.find((mint) => !mint.done).let(response);
  await settle();
};
const start = (requestToken) => startPortalSession({
  portalOrigins: [portal, 'https://portal.shop.example'], requestToken, observe: (entry) => seen.push(entry),
});

beforeEach(() => {
  session?.signedOut();
  [mints, seen, warnings] = [[], [], []];
  delete window.oxvo;
  session = start(() => new Promise((resolve) => {
    const mint = { let: (response) => { mint.done = true; resolve(response); } };
    mints.push(mint);
  }));
});

test('who asks hears at once that the answer is on its way, then gets the token', async () => {
  const asker = asking();
  ask(asker);
  const atOnce = types(asker);
  await release();

  assert.deepEqual(atOnce, ['token.pending']);
  assert.deepEqual(asker.got.map(({ message }) => message), [
    { source: 'portal-site', v: 1, type: 'portal.token.pending', nonce: 'n-1' },
    {
      source: 'portal-site', v: 1, type: 'portal.token.response', nonce: 'n-1',
      ok: true, token: 'a.b.c', expires_in: 60,
    },
  ]);
});

test('everything that is sent is addressed to the exact origin that asked', async () => {
  const asker = asking();
  ask(asker, 'n-1', { origin: 'https://portal.shop.example' });
  await release();
  session.signedOut();

  assert.deepEqual(asker.got.map(({ origin }) => origin), Array(3).fill('https://portal.shop.example'));
});

const unanswered = (name, changed, why) => test(name, async () => {
  const asker = asking();
  ask(asker, 'n-1', changed);
  await settle();

  assert.deepEqual(asker.got, []);
  assert.equal(mints.length, 0);
  assert.deepEqual(seen.map((entry) => entry.why), why ? [why] : []);
});
unanswered('another origin gets no answer', { origin: 'https://evil.example' }, 'not from a portal origin');
unanswered('an origin that begins like the portal’s gets no answer',
  { origin: `${portal}.evil.example` }, 'not from a portal origin');
unanswered('a part of the portal’s origin gets no answer',
  { origin: portal.slice(0, -1) }, 'not from a portal origin');
unanswered('the origin null gets no answer', { origin: 'null' }, 'not from a portal origin');
unanswered('another type gets no answer', { type: 'portal.ask' }, 'an unknown type or version');
unanswered('another version gets no answer', { v: 2 }, 'an unknown type or version');
unanswered('a question without a nonce gets no answer', { nonce: undefined }, 'no usable nonce');
unanswered('an empty nonce gets no answer', { nonce: '' }, 'no usable nonce');
unanswered('a nonce of 129 characters gets no answer', { nonce: 'n'.repeat(129) }, 'no usable nonce');
unanswered('a nonce of other characters gets no answer', { nonce: 'n 1' }, 'no usable nonce');
unanswered('a nonce that is not text gets no answer', { nonce: ['n-1'] }, 'no usable nonce');
unanswered('a message of another family is not even told of', { source: 'oxvo-app' }, null);

test('a message without data is not heard', () => {
  hear({ data: null, origin: portal, source: asking() });

  assert.deepEqual(seen, []);
});

test('all who ask meanwhile share one mint, each with its own nonce', async () => {
  const [one, other] = [asking(), asking()];
  ask(one, 'n-1');
  ask(one, 'n-2');
  ask(other, 'n-3');
  await release();

  const answered = ({ got }) => got.filter(({ message }) => message.ok).map(({ message }) => message.nonce);
  assert.equal(mints.length, 1);
  assert.deepEqual([one, other].map(answered), [['n-1', 'n-2'], ['n-3']]);
});

test('a repeated question is answered once', async () => {
  const asker = asking();
  ask(asker);
  ask(asker);
  await release();

  assert.deepEqual(types(asker), ['token.pending', 'token.pending', 'token.response']);
});

test('after an answer the next question is a new mint', async () => {
  const asker = asking();
  ask(asker);
  await release();
  ask(asker, 'n-2');
  await release(granted('d.e.f'));

  assert.equal(mints.length, 2);
  assert.equal(last(asker).token, 'd.e.f');
});

test('who did not ask hears nothing', async () => {
  const [asker, other] = [asking(), asking()];
  ask(asker);
  await release();
  ask(other, 'n-2', { origin: 'https://evil.example' });
  session.signedIn();

  assert.deepEqual(other.got, []);
});

test('an answer goes to the window that asked and to no other', async () => {
  const [one, other] = [asking(), asking()];
  ask(one);
  await release();
  ask(other, 'n-2');
  await release();

  assert.deepEqual([one, other].map(types), Array(2).fill(['token.pending', 'token.response']));
});

test('a token from before a sign-in is thrown away and another is minted', async () => {
  const asker = asking();
  ask(asker);
  session.signedIn();
  await release(granted('of.the.old'));
  await release(granted('of.the.new'));

  assert.equal(mints.length, 2);
  assert.equal(last(asker).token, 'of.the.new');
  assert.ok(!JSON.stringify(asker.got).includes('of.the.old'));
});

test('a token from before a sign-out is thrown away', async () => {
  const asker = asking();
  ask(asker);
  session.signedOut();
  await release(granted('of.the.old'));
  await release(new Response(null, { status: 401 }));

  assert.equal(last(asker).error, 'signed_out');
  assert.ok(!JSON.stringify(asker.got).includes('of.the.old'));
});

test('who has asked hears of a sign-in and of a sign-out', async () => {
  const asker = asking();
  ask(asker);
  await release();
  session.signedIn();
  session.signedOut();

  assert.deepEqual(types(asker).slice(2), ['signed_in', 'signed_out']);
});

// A messenger that is ready when the test says so.
const makeMessenger = (asker) => {
  const messenger = {
    said: [],
    ready: () => new Promise((resolve) => { messenger.isReady = resolve; }),
    identify: (...identity) => messenger.said.push(['identify', ...identity, types(asker).at(-1)]),
    reset: () => messenger.said.push(['reset', types(asker).at(-1)]),
  };
  window.oxvo = messenger;
  return messenger;
};

test('a customer is named to the messenger when that is ready, and only then is the portal told', async () => {
  const asker = asking();
  const messenger = makeMessenger(asker);
  ask(asker);
  await release();
  const done = session.signedIn('1005', 'the-hash');
  await settle();
  const before = [...messenger.said, types(asker).at(-1)];
  messenger.isReady();
  await done;

  assert.deepEqual(before, ['token.response']);
  assert.deepEqual(messenger.said, [['identify', '1005', { identifier_hash: 'the-hash' }, 'token.response']]);
  assert.equal(types(asker).at(-1), 'signed_in');
});

test('at the sign-out the portal wipes first, and then the messenger forgets whom it was told of, once', async () => {
  const asker = asking();
  const messenger = makeMessenger(asker);
  ask(asker);
  await release();
  const done = session.signedIn('1005', 'the-hash');
  messenger.isReady();
  await done;
  messenger.said = [];
  session.signedOut();
  session.signedOut();

  assert.deepEqual(messenger.said, [['reset', 'signed_out']]);
});

test('a session that is started again has the messenger forget whom the one before named', async () => {
  const asker = asking();
  const messenger = makeMessenger(asker);
  session.signedIn('1005', 'the-hash');
  messenger.isReady();
  await settle();
  session.stop();
  session = start(async () => granted());
  session.signedOut();

  assert.deepEqual(messenger.said.map(([call]) => call), ['identify', 'reset']);
});

test('who has signed out before the messenger is ready is never named', async () => {
  const asker = asking();
  const messenger = makeMessenger(asker);
  ask(asker);
  await release();
  const done = session.signedIn('1005', 'the-hash');
  session.signedOut();
  messenger.isReady();
  await done;

  assert.deepEqual(messenger.said.map(([call]) => call), ['reset']);
  assert.equal(types(asker).at(-1), 'signed_out');
});

test('of two customers who sign in before the messenger is ready only the last is named', async () => {
  const ready = Promise.withResolvers();
  const messenger = makeMessenger(asking());
  messenger.ready = () => ready.promise;
  const done = [session.signedIn('1005', 'the-hash'), session.signedIn('1006', 'another')];
  ready.resolve();
  await Promise.all(done);

  assert.deepEqual(messenger.said.map(([, identifier]) => identifier), ['1006']);
});

test('without an identifier the messenger is left alone', async () => {
  const messenger = makeMessenger(asking());
  await session.signedIn();
  session.signedOut();

  assert.deepEqual(messenger.said, []);
});

const broken = () => { throw new Error('broken'); };
const unhindered = (name, messenger) => test(name, async () => {
  globalThis.reportError = () => {};
  window.oxvo = messenger;
  const asker = asking();
  ask(asker);
  await release();
  await session.signedIn('1005', 'the-hash');
  session.signedOut();

  assert.deepEqual(types(asker).slice(-2), ['signed_in', 'signed_out']);
});
unhindered('a messenger that fails stops neither a sign-in nor a sign-out', { ready: broken, reset: broken });
unhindered('a messenger that is not there stops neither a sign-in nor a sign-out', undefined);

test('unless told otherwise, the site is asked by POST /portal-token', async () => {
  let asked;
  globalThis.fetch = async (address, { method, signal }) => {
    asked = [address, method, signal instanceof AbortSignal];
    return granted();
  };
  start(undefined);
  const asker = asking();
  ask(asker);
  await settle();

  assert.deepEqual(asked, ['/portal-token', 'POST', true]);
  assert.equal(last(asker).token, 'a.b.c');
});

test('a window that is closed is written to no more', async () => {
  const asker = asking();
  ask(asker);
  asker.closed = true;
  await release();
  session.signedOut();
  asker.closed = false;
  session.signedOut();

  assert.deepEqual(types(asker), ['token.pending']);
});

test('a window that is closed is forgotten when another asks', async () => {
  const [gone, asker] = [asking(), asking()];
  ask(gone);
  await release();
  gone.closed = true;
  ask(asker, 'n-2');
  gone.closed = false;
  session.signedOut();

  assert.ok(!types(gone).includes('signed_out'));
});

test('a frame that shows another portal page by now is addressed by the origin that it asks from', async () => {
  const asker = asking();
  ask(asker);
  await release();
  ask(asker, 'n-2', { origin: 'https://portal.shop.example' });
  session.signedOut();

  assert.equal(asker.got.at(-1).origin, 'https://portal.shop.example');
});

const answers = (name, response, expected) => test(name, async () => {
  const asker = asking();
  ask(asker);
  await release(response);

  const { ok, error, token } = last(asker);
  assert.deepEqual({ ok, error, token }, { token: undefined, ...expected });
});
answers('where nobody is signed in the answer says so',
  new Response(null, { status: 401 }), { ok: false, error: 'signed_out' });
answers('where the backend was asked too often the answer says so',
  new Response(null, { status: 429 }), { ok: false, error: 'rate_limited' });
answers('a backend that fails is unavailable',
  new Response(null, { status: 500 }), { ok: false, error: 'unavailable' });
answers('a backend that answers without JSON is unavailable',
  new Response('<html>'), { ok: false, error: 'unavailable' });
answers('a backend that cannot be reached is unavailable',
  { get ok() { throw new TypeError(); } }, { ok: false, error: 'unavailable' });

test('an answer without a token is unavailable', async () => {
  const asker = asking();
  ask(asker);
  await release(Response.json({ expires_in: 60 }));

  assert.deepEqual([last(asker).ok, last(asker).error], [false, 'unavailable']);
});

test('a mint that throws is unavailable', async () => {
  start(() => { throw new Error('no session'); });
  const asker = asking();
  ask(asker);
  await settle();

  assert.equal(last(asker).error, 'unavailable');
});

test('a failed mint is not shared with those who ask later', async () => {
  const asker = asking();
  ask(asker);
  await release(new Response(null, { status: 500 }));
  ask(asker, 'n-2');
  await release();

  assert.equal(last(asker).token, 'a.b.c');
});

test('the backend is told when nobody waits for it any more', () => {
  let signal;
  start((given) => { signal = given; return new Promise(() => {}); });
  ask(asking());

  assert.ok(signal instanceof AbortSignal);
});

test('what was received and sent can be watched', async () => {
  ask(asking());
  await release();

  assert.deepEqual(seen.map(({ way, origin, message, outcome }) => [way, origin, message.type, outcome]), [
    ['in', portal, 'portal.token.request', 'accepted'],
    ['out', portal, 'portal.token.pending', 'sent'],
    ['out', portal, 'portal.token.response', 'sent'],
  ]);
});

test('a question whose window is gone is not kept', async () => {
  ask(null);
  await settle();

  assert.equal(mints.length, 0);
  assert.deepEqual(seen.map(({ why }) => why), ['the asking window is gone']);
});

test('a window that cannot be told keeps neither the others nor the caller from it', async () => {
  const [bad, good] = [asking(), asking()];
  ask(bad);
  ask(good, 'n-2');
  await release();
  bad.postMessage = () => { throw new Error('no such window'); };

  session.signedIn();
  session.signedOut();

  assert.deepEqual(types(good).slice(-2), ['signed_in', 'signed_out']);
});

test('an observer that throws stops neither an answer nor a sign-out', async () => {
  const told = [];
  globalThis.reportError = (error) => told.push(error.message);
  const observe = () => { throw new Error('full'); };
  session = startPortalSession({ portalOrigins: [portal], requestToken: async () => granted(), observe });
  const asker = asking();
  ask(asker);
  await settle();
  session.signedOut();

  assert.deepEqual(types(asker), ['token.pending', 'token.response', 'signed_out']);
  assert.equal(told.length, 4);
});

const refused = (name, portalOrigins, words) => test(name, () => {
  assert.throws(() => startPortalSession({ portalOrigins, requestToken: async () => granted() }), (fault) => {
    assert.ok(fault instanceof TypeError);
    assert.ok(fault.message.startsWith('portalOrigins'), fault.message);
    assert.ok(fault.message.includes(words), fault.message);
    return true;
  });
});
refused('an origin with a slash at its end is refused, with the right one', [`${portal}/`], `such as '${portal}'`);
refused('an origin with a path is refused, with the right one', [portal, `${portal}/account`], `such as '${portal}'`);
refused('an origin in capitals is refused, with the right one', ['HTTPS://Portal.acme.example'], `such as '${portal}'`);
refused('an origin with its default port is refused, with the right one', [`${portal}:443`], `such as '${portal}'`);
refused('a star is refused', ['*'], "'*' is not an exact origin");
refused('a pattern is refused', ['https://*.acme.example/'], 'is not an exact origin');
refused('a host without a scheme is refused', ['portal.acme.example'], 'is not an exact origin');
refused('the origin null is refused', ['null'], "'null' is not an exact origin");
refused('an origin of another scheme than http is refused', ['ftp://portal.acme.example'], 'is not an exact origin');
refused('an origin that is not text is refused', [undefined], 'is not an exact origin');
refused('an empty list of origins is refused', [], 'a list of at least one origin');
refused('a text in place of the list of origins is refused', portal, 'a list of at least one origin');
refused('no list of origins is refused', undefined, 'a list of at least one origin');

test('an origin on this machine with a port is taken', () => {
  startPortalSession({ portalOrigins: ['http://localhost:4002', 'http://[::1]:4002'], requestToken: () => {} });

  assert.ok(hear);
});

test('a question from an origin that is not listed is warned of once, without its content', () => {
  ask(asking(), 'n-secret', { origin: 'https://portal.acme.example:8443', token: 'n-secret' });
  ask(asking(), 'n-secret', { origin: 'https://portal.acme.example:8443' });
  ask(asking(), 'n-secret', { origin: 'https://evil.example' });

  assert.equal(warnings.length, 1);
  assert.ok(warnings[0].includes("add 'https://portal.acme.example:8443' to portalOrigins"), warnings[0]);
  assert.ok(!warnings[0].includes('n-secret'), warnings[0]);
});

test('what is not a question of a portal is not warned of', () => {
  ask(asking(), 'n-1', { origin: 'https://evil.example', type: 'portal.ask' });
  ask(asking(), 'n-1', { origin: 'https://evil.example', source: 'oxvo-app' });
  ask(asking());

  assert.deepEqual(warnings, []);
});

const warned = (name, response, words) => test(name, async () => {
  for (const nonce of ['n-1', 'n-2']) {
    ask(asking(), nonce);
    await release(response());
  }

  assert.equal(warnings.length, 1);
  assert.ok(warnings[0].startsWith(`portal-session: your backend answered ${words} without a token.`), warnings[0]);
  assert.ok(!/n-1|secret/.test(warnings[0]), warnings[0]);
});
warned('an endpoint that is not there is warned of once, without values',
  () => new Response('secret', { status: 404 }), '404');
warned('an endpoint that answers with a page is warned of once, without values',
  () => new Response('<html>secret'), '200');
warned('an answer without a token is warned of once', () => Response.json({ secret: 1 }), '200');

test('an endpoint that is not there is warned of after a stranger was, too', async () => {
  ask(asking(), 'n-1', { origin: 'https://evil.example' });
  ask(asking());
  await release(new Response(null, { status: 404 }));

  assert.equal(warnings.length, 2);
});

test('what a backend may answer is not warned of', async () => {
  for (const response of [401, 429].map((status) => new Response(null, { status })).concat(granted())) {
    ask(asking());
    await release(response);
  }
  start(async () => { throw new TypeError('offline'); });
  ask(asking());
  await settle();

  assert.deepEqual(warnings, []);
});

test('after it is stopped nothing is answered and nobody is told', async () => {
  const asker = asking();
  ask(asker);
  session.stop();
  await release();
  session.signedOut();
  ask(asker, 'n-2');
  await settle();

  assert.deepEqual(types(asker), ['token.pending']);
  assert.equal(mints.length, 1);
});

test('after it is stopped it can be started again', async () => {
  session.stop();
  session.stop();
  session = start(async () => granted());
  const asker = asking();
  ask(asker);
  await settle();

  assert.deepEqual(types(asker), ['token.pending', 'token.response']);
});

// What a customer asks about, with a callback that keeps it.
const question = { kind: 'order', ref: '1042', reason: 'late' };
let questions;
const startDesk = (onAsk = (asked) => { questions.push(asked); }) => {
  session.stop();
  questions = [];
  session = startPortalSession({
    portalOrigins: [portal], requestToken: async () => granted(), onAsk, observe: (entry) => seen.push(entry),
  });
};
const inquire = async (asker, { origin, ...changed } = {}) => {
  const data = { source: 'portal', type: 'portal.ask', v: 1, nonce: 'n-9', ...question, ...changed };
  hear({ data, origin: origin ?? portal, source: asker });
  await settle();
};

test('only a site that takes questions says so, beside a token', async () => {
  const [without, asker, leaving] = [asking(), asking(), asking()];
  ask(without);
  await release();
  startDesk();
  ask(asker);
  await settle();
  session.stop();
  session = startPortalSession({
    portalOrigins: [portal], requestToken: async () => new Response(null, { status: 401 }), onAsk: () => {},
  });
  ask(leaving);
  await settle();

  assert.deepEqual([without, asker, leaving].map((one) => last(one).can), [undefined, ['ask'], undefined]);
});

test('a question is given to the site with its kind, number and reason only, and is noted', async () => {
  startDesk();
  const asker = asking();
  await inquire(asker, { token: 'a.b.c', amount: '€49.00' });

  assert.deepEqual(questions, [question]);
  assert.deepEqual(asker.got, [{
    message: { source: 'portal-site', v: 1, type: 'portal.ask.response', nonce: 'n-9', ok: true }, origin: portal,
  }]);
});

const noted = (name, changed) => test(name, async () => {
  startDesk();
  const asker = asking();
  await inquire(asker, changed);

  assert.deepEqual(questions, [{ ...question, ...changed }]);
  assert.equal(last(asker).ok, true);
});
noted('a question about a parcel is noted', { kind: 'parcel' });
noted('a question about an invoice is noted', { kind: 'invoice' });
noted('a question about a subscription is noted', { kind: 'subscription' });
noted('a question about a task is noted', { kind: 'task', ref: 'Set up direct debit' });
noted('a number of 200 characters in any script is noted', { ref: `שלום 🎈 ${'x'.repeat(192)}` });
noted('a reason of 40 characters is noted', { reason: 'x'.repeat(40) });

const unnoted = (name, changed, why) => test(name, async () => {
  startDesk();
  const asker = asking();
  await inquire(asker, changed);

  assert.deepEqual(questions, []);
  assert.deepEqual(asker.got, []);
  assert.deepEqual(seen.map((entry) => entry.why), [why]);
});
unnoted('a question from another origin gets no answer',
  { origin: 'https://evil.example' }, 'not from a portal origin');
unnoted('a question from an origin that begins like the portal’s gets no answer',
  { origin: `${portal}.evil.example` }, 'not from a portal origin');
unnoted('a question of another version gets no answer', { v: 2 }, 'an unknown type or version');
unnoted('a question about something without a nonce gets no answer', { nonce: '' }, 'no usable nonce');
const unfit = (name, changed) => unnoted(name, changed, 'not a question that can be noted');
unfit('a question about a kind that is not known is not noted', { kind: 'customer' });
unfit('a question about a list of kinds is not noted', { kind: ['order'] });
unfit('a question about what every object inherits is not noted', { kind: 'constructor' });
unfit('a number of 201 characters is not noted', { ref: 'x'.repeat(201) });
unfit('a number with a line end is not noted', { ref: '1042\n' });
unfit('a number with a control character above ASCII is not noted', { ref: '1042\x85' });
unfit('a number that is not text is not noted', { ref: 1042 });
unfit('an object in place of a number is not noted', { ref: { length: 4 } });
unfit('a reason in words is not noted', { reason: 'It is late' });
unfit('a reason with a line end is not noted', { reason: 'late\n' });
unfit('a reason of 41 characters is not noted', { reason: 'x'.repeat(41) });
unfit('an empty reason is not noted', { reason: '' });
unfit('a reason that is not text is not noted', { reason: ['late'] });

test('a site without a callback does not know the question', async () => {
  const asker = asking();
  await inquire(asker);

  assert.deepEqual(asker.got, []);
  assert.deepEqual(seen.map(({ why }) => why), ['an unknown type or version']);
});

test('a question whose window is gone is not noted', async () => {
  startDesk();
  await inquire({ ...asking(), closed: true });

  assert.deepEqual(questions, []);
});

const failing = (name, onAsk) => test(name, async () => {
  const told = [];
  globalThis.reportError = (error) => told.push(error.message);
  startDesk(onAsk);
  const asker = asking();
  await inquire(asker);

  assert.equal(last(asker).ok, false);
  assert.deepEqual(told, ['no messenger']);
});
failing('a callback that throws is told to the customer and to the site', () => { throw new Error('no messenger'); });
failing('a callback that rejects is told to the customer and to the site',
  () => Promise.reject(new Error('no messenger')));

test('a callback may take five seconds and no more', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const told = [];
  globalThis.reportError = (error) => told.push(error.message);
  startDesk(() => new Promise(() => {}));
  const asker = asking();
  await inquire(asker);
  mock.timers.tick(4_999);
  await settle();
  const before = types(asker);
  mock.timers.tick(1);
  await settle();
  mock.timers.reset();

  assert.deepEqual(before, []);
  assert.equal(last(asker).ok, false);
  assert.deepEqual(told, ['onAsk took longer than 5 s.']);
});

test('a question that is noted when the site has stopped is not answered', async () => {
  const noting = Promise.withResolvers();
  startDesk(() => noting.promise);
  const asker = asking();
  await inquire(asker);
  session.stop();
  noting.resolve();
  await settle();

  assert.deepEqual(asker.got, []);
});

test('the types declare what the module exports and what a session can do', () => {
  const functions = [...declared.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const members = (type) => [...declared.split(`interface ${type} {`)[1].split('\n}')[0].matchAll(/^  (\w+)[?(:]/gm)]
    .map(([, name]) => name);

  assert.deepEqual(functions, Object.keys(exported));
  assert.deepEqual(members('PortalSession'), Object.keys(session));
  assert.deepEqual(members('PortalSessionOptions'), ['portalOrigins', 'requestToken', 'onAsk', 'observe']);
});

test('the types declare every message that is sent and every event that is observed', async () => {
  startDesk();
  ask(asking());
  await settle();
  await inquire(asking());
  session.signedIn();
  session.signedOut();
  ask(asking(), '');

  for (const { message, ...event } of seen) {
    assert.ok(declared.includes(`type: '${message.type}'`), message.type);
    assert.ok(Object.keys(event).every((member) => declared.includes(`\n  ${member}: `)), Object.keys(event).join());
    assert.ok(declared.includes(`'${event.outcome}'`), event.outcome);
  }
  assert.equal(new Set(seen.map(({ message }) => message.type)).size, 7);
});
