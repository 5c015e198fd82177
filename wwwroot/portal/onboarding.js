// How far the customer is, what blocks them and who can help, then the tasks in order.
import { formats } from './format.js';
import { el, heading, icon, link, notice, own, state } from './page.js';
import { onboarding as words, views } from './strings.js';

export default function onboarding(data) {
  if (!data.onboarding?.tasks.length) return [notice('empty', 'onboarding')];
  const f = formats(data);
  const { done, total, tasks } = data.onboarding;
  const of = (wanted) => tasks.filter(({ status }) => status === wanted);
  const [blocked, open, finished] = ['blocked', 'open', 'done'].map(of);
  return [
    heading(views.onboarding),
    el('div.tight', null, el('p', null, words.done(done, total)),
      el('progress', { value: done, max: total, 'aria-label': words.done(done, total) })),
    ...blocked.map((task) => blocker(task, f)),
    open.length > 0 && el('section.tight', null, el('h2.label', null, words.todo),
      el('ul.card.rows', null, open.map((task) => row(task, f)))),
    finished.length > 0 && el('details.card.rows', null, el('summary.row', null, el('span', null, words.finished(finished.length)), icon('next')),
      el('ul.tight.inside', null, finished.map(({ title }) => el('li.done', null, icon('check'), own(title))))),
  ];
}

function blocker({ title, dueOn, url, blocker: reason }, f) {
  return el('section.card.stack', null,
    el('div', null, el('div.pair', null, el('h2', null, own(title)), state({ tone: 'warn', sign: 'alert', word: words.isBlocked })),
      dueOn && el('p.sub', null, due(dueOn, f))),
    reason && el('p', null, own(reason.text)),
    reason && el('p.sub', null, words.owner[reason.owner]),
    link(url, words.open, reason?.owner === 'you' ? 'button' : 'link'));
}

const row = ({ title, dueOn, url }, f) => el('li.row', null, el('span.pair', null,
  link(url, own(title)) ?? el('strong', null, own(title)), dueOn && el('span.sub', null, due(dueOn, f))));

const due = (day, f) => f.on(day, f.ahead(day) < 0 ? words.wasDue : words.due);
