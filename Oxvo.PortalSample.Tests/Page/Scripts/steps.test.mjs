// What the onboarding's view says: the next step, what others are working on, what may be left, and the end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './document.mjs';
import { useWords } from '../portal/format.js';
import onboarding from '../portal/onboarding.js';
import en from '../portal/words/en.js';

useWords(en, 'en-GB');

const step = (title, status, changed) => ({
  title, status, optional: false, dueOn: null, url: `https://www.acme.example/${title.toLowerCase()}`, blocker: null,
  ...changed,
});
const blocked = (title, owner, changed) =>
  step(title, 'blocked', { blocker: { text: `Because of ${title}`, owner }, ...changed });
function view(...tasks) {
  const done = tasks.filter(({ status }) => ['done', 'skipped'].includes(status)).length;
  return drawn(onboarding({
    asOf: '2026-03-10T12:00:00Z', customer: { name: 'Mira', locale: 'en-GB', timeZone: 'UTC' },
    onboarding: { done, total: tasks.length, tasks },
  }));
}
const text = (node) => node.textContent.replaceAll(' (opens in a new tab)', '');
const says = (name, tasks, told) => test(name, () => assert.equal(text(view(...tasks)), `Getting started${told}`));

says('the next step is the first that the customer can do, with what others are working on after it', [
  step('Shop', 'done'), blocked('Bank', 'third_party', { dueOn: '2026-03-11' }),
  step('Team', 'open', { dueOn: '2026-03-12' }), step('Rooms', 'open'),
], '1 of 4 doneNext stepDue ThursdayTeam'
  + 'Nothing for you to doBankBecause of BankDue tomorrowThenRooms1 doneShop');
says('a step that waits for the customer is the next one, with what it takes',
  [blocked('Hub', 'you', { dueOn: '2026-03-09' }), step('Team', 'open')],
  '0 of 2 doneNeeds youWas due yesterdayBecause of HubHubThenTeam');
says('what the website works on says so', [blocked('Papers', 'us')],
  '0 of 1 doneNothing for you to doPapersBecause of PapersAcme is working on it');
says('a step that is blocked without a reason waits', [step('Bank', 'blocked'), step('Team', 'open')],
  '0 of 2 doneNext stepTeamNothing for you to doBank');
says('an optional step comes after those that are not, and says so',
  [step('Calendar', 'open', { optional: true }), step('Team', 'open')], '0 of 2 doneNext stepTeamThenCalendarOptional');
says('a skipped step is among the finished ones and says so', [step('Plans', 'skipped'), step('Team', 'open')],
  '1 of 2 doneNext stepTeam1 donePlans · Skipped');
says('when all is done one line says it, with the steps folded',
  [step('Shop', 'done'), step('Plans', 'skipped'), step('Calendar', 'open', { optional: true })],
  "You're all set. Nothing left to doShopPlans · SkippedCalendarOptional");
says('an optional step that is blocked keeps nothing open',
  [step('Shop', 'done'), blocked('Bank', 'third_party', { optional: true })],
  "You're all set. Nothing left to doShopBankBecause of BankOptional");
says('a step of a status that could not be read is still to do', [step('Shop', '—')], '0 of 1 doneNext stepShop');

test('the next step and the others lead to their pages', () => {
  const links = view(step('Team', 'open'), step('Rooms', 'open'), step('Plain', 'open', { url: null })).all('a');

  assert.deepEqual(links.map(text), ['Team', 'Rooms']);
});

test('a next step without an address is told as text', () => {
  const [card] = view(step('<b>Team</b>', 'open', { url: 'javascript:alert(1)' })).all('section');

  assert.equal(card.all('a').length, 0);
  assert.deepEqual(card.all('strong').map(text), ['<b>Team</b>']);
});

test('five hundred steps are all told', () => {
  const tasks = Array.from({ length: 500 }, (_, n) => step(`Step ${n}`, n < 250 ? 'done' : 'open'));

  const main = view(...tasks);

  assert.equal(main.all('li').length, 499);
  assert.ok(text(main).startsWith('Getting started250 of 500 doneNext stepStep 250'), text(main).slice(0, 99));
});
