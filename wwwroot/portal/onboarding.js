// What the customer can do next, what others are working on, and the other steps.
import { dueWords, formats, isFinished, isWithOthers, say, stepWords, stepsLeft, words } from './format.js';
import { askAbout, dotted, element, heading, icon, isolated, link, makeNotice } from './page.js';

const BLOCKED = ['blocked', 'question']; // what is asked of a step that is

export default function onboarding(data) {
  if (!data.onboarding?.tasks.length) return [makeNotice('empty', 'onboarding')];
  const format = formats(data);
  const { tasks } = data.onboarding;
  const left = stepsLeft(data.onboarding);
  const over = tasks.filter((task) => !left.includes(task));
  if (left.length === 0) return [heading(words.views.onboarding), folded(words.onboarding.allSet, over, format)];

  const [next, ...later] = left.filter((task) => !isWithOthers(task));
  const waiting = left.filter(isWithOthers);
  const finished = over.filter(isFinished);
  return [
    heading(words.views.onboarding),
    progress(data.onboarding),
    next && nextStep(next, format),
    list(words.onboarding.waiting, waiting, format),
    list(words.onboarding.later, [...later, ...over.filter((task) => !isFinished(task))], format),
    finished.length > 0 && folded(say(words.onboarding.finished, { n: finished.length }), finished, format),
  ];
}

function progress(count) {
  const text = stepWords(count);
  return element('div.tight', null,
    element('p', null, text), element('progress', { value: count.done, max: count.total, 'aria-label': text }));
}

function nextStep({ title, status, dueOn, url, blocker }, format) {
  const isBlocked = status === 'blocked';
  return element('section.card.stack.tinted', { 'data-tone': isBlocked ? 'warn' : 'calm' },
    element('div', null,
      element('h2', null, isBlocked && icon('alert'), isBlocked ? words.onboarding.needsYou : words.onboarding.next),
      dueOn && element('p.sub', null, dueWords(dueOn, format))),
    blocker && element('p', null, isolated(blocker.text)),
    link(url, isolated(title), 'button') ?? element('strong', null, isolated(title)),
    isBlocked && askAbout('task', title, BLOCKED));
}

function list(label, tasks, format) {
  return tasks.length > 0 && element('section.tight', null,
    element('h2.label', null, label),
    element('ul.card.rows', null, tasks.map((task) =>
      element('li.row', null, element('div', null, ...stepParts(task, format))))));
}

function stepParts({ title, status, optional, dueOn, url, blocker }, format) {
  const notes = dotted(
    status === 'blocked' && blocker?.owner === 'us' && say(words.onboarding.us),
    dueOn && dueWords(dueOn, format),
    optional && words.onboarding.optional);
  return [
    link(url, isolated(title), 'action') ?? element('strong', null, isolated(title)),
    blocker && element('p', null, isolated(blocker.text)),
    notes.length > 0 && element('p.sub', null, notes),
    status === 'blocked' && askAbout('task', title, BLOCKED),
  ];
}

function folded(line, tasks, format) {
  return element('details.card.rows', null,
    element('summary.row', null, element('span.done', null, icon('check'), line), icon('next')),
    element('ul.tight.inside', null, tasks.map((task) =>
      (isFinished(task) ? finishedStep(task) : element('li', null, ...stepParts(task, format))))));
}

const finishedStep = ({ title, status }) => element('li.done', null, icon(status === 'done' ? 'check' : 'next'),
  isolated(title), status === 'skipped' && element('span.sub', null, ' · ', words.onboarding.skipped));
