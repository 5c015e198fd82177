// How far the customer is, what blocks them and who can help, then the tasks in order.
import { el, formats, icon, link, notice, own } from './page.js';
import { onboarding as words, views } from './strings.js';

export default function onboarding({ onboarding: way, customer, asOf }, f = formats(customer, asOf)) {
  if (!way?.tasks.length) return [notice('no onboarding')];
  const { done, total, tasks } = way;
  const of = (...status) => tasks.filter((task) => status.includes(task.status));
  const finished = of('done');
  return [
    el('h1', { tabindex: -1 }, views.onboarding),
    el('div', null, el('p.lead', null, words.done(done, total)),
      el('progress', { value: done, max: total, 'aria-label': words.done(done, total) })),
    of('blocked').map((task) => blocked(task, f)),
    of('open').length > 0 && el('section.group', null, el('h2.label', null, words.todo),
      el('ul.card_rows', null, of('open').map((task) => open(task, f)))),
    finished.length > 0 && el('details.card', null, el('summary.row', null, words.finished(finished.length), icon('next')),
      el('ul.stack_inside', null, finished.map(({ title }) => el('li.done', null, icon('check'), own(title))))),
  ].flat();
}

const blocked = ({ title, dueOn, url, blocker }, f) => el('section.card_stack.blocked', { 'data-tone': 'warn' },
  el('p.state', null, icon('alert'), words.blocked), el('h2', null, own(title)),
  blocker && el('p', null, own(blocker.text)),
  blocker && el('p.sub', null, words.owner[blocker.owner]),
  dueOn && el('p.sub', null, due(dueOn, f)), link(url, words.open, 'button'));

const open = ({ title, dueOn, url }, f) => el('li.row', null,
  link(url, own(title)) ?? el('strong', null, own(title)), dueOn && el('span.sub', null, due(dueOn, f)));

const due = (day, f) => f.when(day, (f.ahead(day) < 0 ? words.wasDue : words.due)(f.day(day)));
