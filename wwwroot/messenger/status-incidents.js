import { element, foreign, hostOf, outside } from './element.js';
import { icon } from './icons.js';
import { moment, namesHost, phases, span, stateOf, stepOf, some } from './status-words.js';

const inView = 2; // updates before the rest is folded

/** One open incident: what, how bad, which services, and its updates with the newest first. */
export function incident(one, key) {
  const impact = stateOf(one.impact);
  const started = moment(one.started_at);
  return card(impact, one, key, [
    mark(impact),
    one.state || one.wording ? element('span', '', stepOf(one.state, one.state ? null : one.wording)) : null,
    started && element('span', '', 'Started ', started),
  ]);
}

/** One maintenance: running, planned, or past its window and not yet closed by the provider. */
export function maintenance(one, key) {
  return card(stateOf('maintenance'), one, key, [
    mark({
      key: one.phase === 'in_progress' ? 'maintenance' : 'planned',
      icon: one.phase === 'in_progress' ? 'wrench' : 'calendar',
      word: phases[one.phase] ?? phases.upcoming,
    }),
    span(one.starts_at, one.ends_at),
  ]);
}

/** A state in a line of text: icon and word. */
export const mark = ({ key, icon: name, word }) => {
  const made = element('span', 'mark', icon(name), word);
  made.dataset.state = key;
  return made;
};

function card(state, one, key, facts) {
  const about = outside(one.url, 'more', 'More about this', icon('out'));
  const made = element('article', 'card status-event',
    element('h3', '', foreign(one.title)),
    element('p', 'facts', ...facts.filter(Boolean).map((fact) => element('span', '', fact))),
    affected(one.affected ?? []),
    timeline(one.updates ?? [], key),
    about);
  if (about) about.title = hostOf(one.url);
  return made;
}

function affected(services) {
  if (!services.length) return null;
  const list = element('ul', 'affected', ...services.map(({ name, state }) => {
    const { key, icon: drawn, word } = stateOf(state);
    const made = element('li', '', icon(drawn), foreign(name), element('span', 'visually-hidden', ` (${word})`));
    made.dataset.state = key;
    made.title = word;
    return made;
  }));
  list.setAttribute('aria-label', 'Affected services');
  return list;
}

function timeline(updates, key) {
  if (!updates.length) return null;
  const lists = [element('ol', 'updates', ...updates.slice(0, inView).map(update))];
  if (updates.length > inView) {
    const more = element('details', 'earlier',
      element('summary', '', icon('go', 'go'), some(updates.length - inView, 'earlier update')),
      element('ol', 'updates', ...updates.slice(inView).map(update)));
    more.dataset.key = `${key}-earlier`;
    lists.push(more);
  }
  return element('div', 'timeline', ...lists);
}

function update({ at, state, wording, body }) {
  return element('li', '',
    element('p', 'step', element('b', '', stepOf(state, wording)), ' ', moment(at)),
    ...body.map(paragraph));
}

/**
 * One author's text and links, in the direction of its first letters; the host of a link is written out, since its
 * words may say anything.
 */
function paragraph(runs) {
  const made = element('p', '', ...runs.flatMap(({ text, url }) => {
    const link = url && outside(url, '', text);
    if (!link) return [text];
    return namesHost(text, url) ? [link] : [link, ' ', element('bdi', 'host', `(${hostOf(url)})`)];
  }));
  made.dir = 'auto';
  return made;
}
