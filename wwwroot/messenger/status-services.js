import { element, foreign } from './element.js';
import { icon } from './icons.js';
import { mark } from './status-incidents.js';
import { dayOf, share, some, stateOf, worstOf } from './status-words.js';

/** The services with their states; a group opens, and stands open where something in it is not well. */
export const services = (components) => element('ul', 'services', ...components.map((one, at) => row(one, `${at}`)));

function row(one, key) {
  return element('li', one.children ? 'group' : 'leaf', one.children ? group(one, key) : leaf(one));
}

function group(one, key) {
  const inside = leaves(one);
  const worst = inside.length ? worstOf(inside.map(({ state }) => stateOf(state).key)) : stateOf(one.state).key;
  const made = element('details', '',
    element('summary', '', icon('go', 'go'),
      element('span', 'name', foreign(one.name), element('small', '', some(inside.length, 'service'))),
      mark(stateOf(worst))),
    described(one),
    element('ul', 'services', ...one.children.map((child, at) => row(child, `${key}.${at}`))));
  made.dataset.key = `group-${key}-${one.name}`;
  made.open = worst !== 'operational';
  made.toggleAttribute('data-opens', made.open);
  return made;
}

function leaf(one) {
  return element('div', 'service',
    element('span', 'name', foreign(one.name)), mark(stateOf(one.state)),
    described(one),
    one.history?.length ? days(one) : availability(one));
}

const leaves = ({ children }) => children.flatMap((child) => (child.children ? leaves(child) : [child]));
const described = ({ description }) => (description ? element('p', 'about', foreign(description)) : null);
const availability = (one) => (typeof one.availability === 'number' ? element('p', 'about', `${share(one.availability)} available`) : null);

/** Every day a bar: high and coloured where there was trouble. The picture's name says the same in words. */
function days({ history, availability: part }) {
  const troubled = history.filter(({ state }) => !['operational', 'unknown'].includes(state));
  const svg = draw('svg', { class: 'days', viewBox: `0 0 ${history.length * 4 - 1} 24`, preserveAspectRatio: 'none', role: 'img' });
  svg.append(...history.map(({ state }, at) => {
    const { key } = stateOf(state);
    const height = key === 'operational' ? 16 : key === 'unknown' ? 6 : 24;
    return draw('rect', { x: at * 4, y: 24 - height, width: 3, height, rx: 1, 'data-state': key });
  }));
  const available = typeof part === 'number' ? `${share(part)} available` : '';
  const trouble = troubled.length ? `trouble on ${some(troubled.length, 'day')}` : 'no trouble';
  svg.setAttribute('aria-label', `${some(history.length, 'day')}: ${[available, trouble].filter(Boolean).join(', ')}. `
    + troubled.slice(-10).map((day) => `${dayOf(day.day)}: ${told(day)}`).join('; '));
  return element('div', 'history', svg,
    element('p', '', element('span', '', dayOf(history[0].day)), element('span', '', available || trouble), element('span', '', dayOf(history.at(-1).day))));
}

function told({ state, down_seconds: seconds }) {
  const { word } = stateOf(state);
  return seconds >= 60 ? `${word.toLowerCase()}, ${some(Math.round(seconds / 60), 'minute')} down` : word.toLowerCase();
}

function draw(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
