import { element, foreign, hostOf, outside } from './element.js';
import { icon } from './icons.js';
import { incident, maintenance } from './status-incidents.js';
import { services } from './status-services.js';
import { ageOf, providers, some, stateOf } from './status-words.js';

const scroll = document.querySelector('#status-scroll');
const heading = document.querySelector('#status-title');
const said = document.querySelector('#status-said');

/** The details of one status page in the panel. */
export function createStatusView({ onRetry }) {
  let drawn = '', lastState = '';

  const draw = {
    loading: () => [element('p', 'visually-hidden', 'Loading the status…'), ...['', 'low', 'low'].map((size) => element('div', `card bones ${size}`,
      element('span', 'bone'), element('span', 'bone short')))],
    unavailable: ({ isAsking }) => [unavailable(isAsking)],
    ready: (now) => everything(now),
  };

  return {
    /** Another page, or another scenario: from the top. */
    begin(title) {
      heading.replaceChildren(foreign(title), ' status');
      [drawn, lastState] = ['', ''];
      said.textContent = '';
      scroll.scrollTop = 0;
    },
    /** Once it is shown: what is hidden cannot be scrolled. */
    focus() {
      scroll.scrollTop = 0;
      heading.focus();
    },
    show(now) {
      const age = now.phase === 'ready' ? ageOf(now.reading, now) : '';
      // What a person reads or has opened is left alone unless something is new: most refreshes bring an age and nothing else.
      const { age_seconds, read_at, ...content } = now.reading ?? {};
      const next = JSON.stringify([now.phase, content, now.isStale, now.phase === 'unavailable' && now.isAsking]);
      if (next !== drawn) replace(draw[now.phase](now));
      drawn = next;
      const shownAge = scroll.querySelector('.age');
      if (shownAge && shownAge.textContent !== age) shownAge.textContent = age;
      const state = now.phase === 'ready' ? stateOf(now.reading.state).overall : '';
      if (lastState && state && state !== lastState) said.textContent = `Now: ${state}`;
      if (state) lastState = state;
    },
  };

  function unavailable(isAsking) {
    const retry = element('button', 'link', isAsking ? 'Trying…' : 'Try again');
    retry.type = 'button';
    retry.dataset.key = 'retry';
    retry.setAttribute('aria-disabled', String(isAsking));
    retry.addEventListener('click', onRetry);
    return element('section', 'nothing', icon('unknown'), element('h2', '', 'Status unavailable'),
      element('p', '', 'The status can’t be read right now. That says nothing about the service itself.'), retry,
      element('p', '', 'Still stuck? Go back and choose “Send us a message”.'));
  }
}

/** Puts the new in place of the old; what a person opened or closed stays so, and the focus and the place stay where they were. */
function replace(content) {
  const place = scroll.scrollTop;
  const turned = new Map([...scroll.querySelectorAll('details')].filter((details) => details.open !== details.hasAttribute('data-opens'))
    .map((details) => [details.dataset.key, details.open]));
  const focused = scroll.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest('[data-key]')?.dataset.key;
  scroll.replaceChildren(...content.filter(Boolean));
  for (const details of scroll.querySelectorAll('details'))
    if (turned.has(details.dataset.key)) details.open = turned.get(details.dataset.key);
  scroll.scrollTop = place;
  if (focused && focused !== scroll) {
    const same = key && scroll.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (same?.querySelector('summary') ?? same ?? scroll).focus({ preventScroll: true });
  }
}

function everything(now) {
  const { reading } = now;
  const events = reading.maintenance.toSorted((one, other) => order(one) - order(other));
  const { components } = reading;
  return [
    banner(now),
    section('Open incidents', reading.incidents.map((one) => incident(one, `incident-${one.title}`))),
    section('Maintenance', events.map((one) => maintenance(one, `maintenance-${one.title}`))),
    components?.length ? section('Services', [element('div', 'card', services(components))], some(reading.component_count, 'service')) : null,
    components?.length ? null : element('p', 'quiet', components ? 'This page lists no services yet. Incidents would be shown here.'
      : 'The services are listed on the full status page.'),
    foot(reading),
  ];
}

const order = ({ phase }) => ['in_progress', 'upcoming', 'overdue'].indexOf(phase);

function banner({ reading, isStale }) {
  const state = stateOf(reading.state);
  const made = element('section', 'card banner', element('span', 'icon', icon(state.icon)), element('div', 'words',
    element('h2', '', state.overall), element('p', 'age'),
    isStale ? element('p', '', 'It can’t be refreshed right now.') : null));
  made.dataset.state = state.key;
  made.toggleAttribute('data-stale', isStale);
  return made;
}

function section(title, content, note = '') {
  if (!content.length) return null;
  return element('section', '', element('header', 'title', element('h2', '', title), note && element('span', '', note)), ...content);
}

function foot({ url, provider, dropped_rows: dropped, incidents }) {
  const isMock = url?.startsWith(`${location.origin}/`);
  const full = outside(url, 'full', 'Open full status page', icon('out'));
  return element('footer', 'foot', full,
    dropped ? element('p', '', `${some(dropped, 'entry', 'entries')} of the page could not be read.`) : null,
    element('p', '', isMock ? `A simulated ${providers[provider]} page` : `${providers[provider]}${full ? ` · ${hostOf(url)}` : ''}`));
}
