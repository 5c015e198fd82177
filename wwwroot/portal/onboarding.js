// How far the customer is, what blocks them and who can help, then the tasks in order.
import { formats, say, stepWords, words } from './format.js';
import { badge, element, heading, icon, isolated, link, makeNotice } from './page.js';

export default function onboarding(data) {
  if (!data.onboarding?.tasks.length) return [makeNotice('empty', 'onboarding')];
  const format = formats(data);
  const { tasks } = data.onboarding;
  const thatAre = (status) => tasks.filter((task) => task.status === status);
  const [blocked, finished] = ['blocked', 'done'].map(thatAre);
  const open = tasks.filter((task) => !blocked.includes(task) && !finished.includes(task));
  return [
    heading(words.views.onboarding),
    progress(data.onboarding),
    ...blocked.map((task) => blockedTask(task, format)),
    open.length > 0 && element('section.tight', null,
      element('h2.label', null, words.onboarding.todo),
      element('ul.card.rows', null, open.map((task) => taskRow(task, format)))),
    finished.length > 0 && element('details.card.rows', null,
      element('summary.row', null,
        element('span', null, say(words.onboarding.finished, { n: finished.length })), icon('next')),
      element('ul.tight.inside', null,
        finished.map(({ title }) => element('li.done', null, icon('check'), isolated(title))))),
  ];
}

function progress({ done, total }) {
  const text = stepWords({ done, total });
  return element('div.tight', null,
    element('p', null, text), element('progress', { value: done, max: total, 'aria-label': text }));
}

function blockedTask({ title, dueOn, url, blocker }, format) {
  return element('section.card.stack', null,
    element('div', null,
      element('div.pair', null,
        element('h2', null, isolated(title)),
        badge({ tone: 'warn', sign: 'alert', word: words.onboarding.isBlocked })),
      dueOn && element('p.sub', null, dueWords(dueOn, format))),
    blocker && element('p', null, isolated(blocker.text)),
    blocker && element('p.sub', null, say(words.onboarding.owner[blocker.owner])),
    link(url, words.onboarding.open, blocker?.owner === 'you' ? 'button' : 'link'));
}

function taskRow({ title, dueOn, url }, format) {
  return element('li.row', null,
    element('span.pair', null,
      link(url, isolated(title)) ?? element('strong', null, isolated(title)),
      dueOn && element('span.sub', null, dueWords(dueOn, format))));
}

const dueWords = (day, format) =>
  format.sentence(day, format.daysUntil(day) < 0 ? words.onboarding.wasDue : words.onboarding.due);
