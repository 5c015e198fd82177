// What a customer asks about: where the button is, what the website is told, and what the customer reads then.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import './document.mjs';
import { settle } from './settle.mjs';
import { answer, messenger, website } from './window.mjs';
import { openDesk } from '../portal/account.js';
import { useWords } from '../portal/format.js';
import { askAbout } from '../portal/page.js';
import asking from '../portal/words/ask/en.js';
import en from '../portal/words/en.js';

const { about, failed } = en.ask;
const { reasons, noted } = asking;
const told = () => website.asked.map(({ message: { nonce, ...rest } }) => rest);

async function toggle(fold, open = true) {
  fold.open = open;
  fold.dispatchEvent(new Event('toggle'));
  await settle();
}
const unfold = async (kind = 'order', ref = '1042', codes = ['late', 'question']) => {
  const fold = askAbout(kind, ref, codes);
  await toggle(fold);
  return fold;
};
const buttons = (fold) => fold.querySelectorAll('button');
async function press(fold, text) {
  const pressed = buttons(fold).find((one) => one.textContent === text);
  pressed.focus();
  pressed.dispatchEvent(new Event('click'));
  await settle();
}
async function hearing(said, from) {
  const { nonce } = website.asked.at(-1).message;
  answer({ type: 'portal.ask.response', nonce, ok: true, ...said }, from);
  await settle();
}
const asked = async (said, from) => {
  const fold = await unfold();
  await press(fold, reasons.late);
  await hearing(said, from);
  return fold;
};

await import('../portal/ask.js'); // so that a toggle waits for no file
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  useWords(en, 'en-GB');
  window = { parent: messenger, top: website };
  website.asked.length = 0;
  openDesk(null);
  openDesk(website.origin);
});

test('where the website takes no questions there is no button', () => {
  openDesk(null);

  assert.equal(askAbout('order', '1042', ['late']), null);
});

test('the button unfolds its reasons and tells nobody anything', async () => {
  const fold = await unfold();

  assert.equal(fold.tag, 'details');
  assert.equal(fold.firstChild.textContent, `${about} 1042`);
  assert.deepEqual(buttons(fold).map((one) => one.textContent), [reasons.late, reasons.question]);
  assert.deepEqual(website.asked, []);
});

test('nothing but kind and number and reason goes to the website, at its exact origin', async () => {
  await press(await unfold('invoice', 'INV-2041', ['charged_twice']), reasons.charged_twice);

  assert.deepEqual(told(),
    [{ source: 'portal', type: 'portal.ask', v: 1, kind: 'invoice', ref: 'INV-2041', reason: 'charged_twice' }]);
  assert.deepEqual(website.asked.map(({ origin }) => origin), [website.origin]);
});

test('the website that proved is told and no other that is configured', async () => {
  openDesk('https://shop.acme.example');
  await press(await unfold(), reasons.late);

  assert.deepEqual(website.asked.map(({ origin }) => origin), ['https://shop.acme.example']);
});

test('a title that is long or broken is sent as far as the website takes it', async () => {
  await press(await unfold('task', `a\nb${'x'.repeat(196)}🎈`), reasons.question);

  const { ref } = told()[0];
  assert.equal(ref, `a b${'x'.repeat(196)}\ufffd`);
});

test('what was noted is said, and read by a screen reader', async () => {
  const fold = await asked();

  assert.ok(fold.textContent.includes(noted));
  assert.deepEqual(buttons(fold), []);
  assert.equal(document.activeElement.textContent, noted);
});

test('who has gone on meanwhile is not called back', async () => {
  const fold = await unfold();
  await press(fold, reasons.late);
  const elsewhere = {};
  document.activeElement = elsewhere;
  await hearing();

  assert.equal(document.activeElement, elsewhere);
  assert.ok(fold.textContent.includes(noted));
});

test('what was not noted is said and can be sent again', async () => {
  const fold = await asked({ ok: false });
  const words = fold.textContent;
  await press(fold, en.actions.retry);
  await hearing();

  assert.ok(words.includes(failed), words);
  assert.deepEqual(told().map(({ reason }) => reason), ['late', 'late']);
  assert.ok(fold.textContent.includes(noted));
});

test('a website that does not answer within eight seconds has not noted it', async () => {
  const fold = await unfold();
  await press(fold, reasons.late);
  mock.timers.tick(7_999);
  await settle();
  const before = fold.textContent;
  mock.timers.tick(1);
  await settle();

  assert.ok(!before.includes(failed));
  assert.ok(fold.textContent.includes(failed));
});

test('a second press while the first is on its way sends nothing', async () => {
  const fold = await unfold();
  await press(fold, reasons.late);
  await press(fold, reasons.question);

  assert.equal(website.asked.length, 1);
});

const unheard = (name, said, from) => test(name, async () => {
  const fold = await asked(said, from);

  assert.ok(!fold.textContent.includes(noted));
});
unheard('an answer about another question notes nothing', { nonce: 'n-other' });
unheard('an answer of another type notes nothing', { type: 'portal.token.response' });
unheard('an answer that is only nearly yes notes nothing', { ok: 'true' });
unheard('an answer from another configured website notes nothing', {}, { origin: 'https://shop.acme.example' });
unheard('an answer from an origin that is not configured notes nothing', {}, { origin: 'https://evil.example' });
unheard('an answer from another window notes nothing', {}, { source: messenger });

test('what was noted is still said when the account is drawn again', async () => {
  await asked();
  openDesk(website.origin);
  const again = await unfold();

  assert.ok(again.textContent.includes(noted));
});

test('folding it puts the note away so that another reason can be chosen', async () => {
  const fold = await asked();
  await toggle(fold, false);
  await toggle(fold);

  assert.equal(buttons(fold).length, 2);
});

test('what was noted about one thing is not said of another', async () => {
  await asked();

  assert.equal(buttons(await unfold('order', '1041')).length, 2);
});

test('what was noted is forgotten with the customer', async () => {
  await asked();
  openDesk(null);
  openDesk(website.origin);

  assert.equal(buttons(await unfold()).length, 2);
});

test('an answer for the customer before is not noted for the next one', async () => {
  const fold = await unfold();
  await press(fold, reasons.late);
  openDesk(null);
  openDesk(website.origin);
  await hearing();

  assert.equal(buttons(await unfold()).length, 2);
});
