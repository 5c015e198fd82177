import { element, foreign } from './element.js';
import { icon } from './icons.js';
import { ageOf, stateOf, weekday } from './status-words.js';

const longest = 72; // what two lines of the card hold

/** A status page on the home screen: how it is, the worst open incident, and how old that is. It opens the details. */
export function createStatusCard({ title, isOneOfMany, onOpen, onRetry }) {
  const open = element('button', 'row status-open');
  const retry = element('button', 'link', 'Try again');
  const card = element('li', 'card status-card', open, retry);
  for (const button of [open, retry]) button.type = 'button';
  open.addEventListener('click', onOpen);
  retry.addEventListener('click', onRetry);

  function fill(state, words, ...more) {
    card.dataset.state = state.key;
    open.replaceChildren(element('span', 'icon', icon(state.icon)),
      element('span', 'words', element('span', 'visually-hidden', foreign(title), ' status: '), element('b', '', words), ...more), icon('go', 'go'));
  }

  const show = {
    loading() {
      card.dataset.state = 'loading';
      open.replaceChildren(element('span', 'icon'), element('span', 'words',
        element('span', 'visually-hidden', foreign(title), ' status is loading'), element('span', 'bone'), element('span', 'bone short')));
    },
    unavailable() {
      fill(stateOf('unknown'), 'Status unavailable', element('span', '', 'It can’t be read right now.'));
      card.dataset.state = 'unavailable';
    },
    ready(now) {
      const state = stateOf(now.reading.state);
      const line = lineOf(now.reading, isOneOfMany ? longest - title.length : longest);
      const age = element('small', 'age', ageOf(now.reading, now));
      if (line) fill(state, state.overall, ' ', age, ' ', element('span', 'line', ...(isOneOfMany ? [foreign(title), ': '] : []), foreign(line)));
      else fill(state, state.overall, ' ', element('span', 'line', foreign(title), ' · ', age));
    },
  };

  return {
    card,
    focus: () => open.focus(),
    show(now) {
      const hadFocus = document.activeElement === retry;
      card.toggleAttribute('data-stale', now.isStale && now.phase === 'ready');
      retry.hidden = now.phase !== 'unavailable';
      retry.textContent = now.isAsking ? 'Trying…' : 'Try again';
      retry.setAttribute('aria-disabled', String(now.isAsking));
      open.setAttribute('aria-busy', String(now.phase === 'loading'));
      show[now.phase](now);
      if (hadFocus && retry.hidden) open.focus();
    },
  };
}

function lineOf({ state, incidents, maintenance }, room) {
  const running = maintenance.find(({ phase }) => phase === 'in_progress');
  const planned = maintenance.find(({ phase, starts_at }) => phase === 'upcoming' && starts_at);
  if (incidents.length) return cut(incidents[0].title, room);
  if (running) return cut(running.title, room);
  if (state === 'unknown') return 'The status page tells no clear state.';
  return planned && state === 'operational' ? `Maintenance planned for ${weekday(planned.starts_at)}` : '';
}

/** At the end of a word: the whole title is in the details. */
function cut(text, room) {
  if (text.length <= room) return text;
  const part = [...text].slice(0, room).join('');
  return `${part.replace(/\s+\S*$/u, '')}…`;
}
