import { element, foreign } from './element.js';
import { icon } from './icons.js';
import { stateOf } from './status-words.js';

/** The status cards of the home screen, as they are now; where that cannot be told, none. */
export async function readStatusCards() {
  const read = async (address) => {
    const response = await fetch(address);
    return response.ok ? response.json() : Promise.reject(new Error(`${address}: ${response.status}`));
  };
  try {
    const { pages } = await read('/status');
    return await Promise.all(pages.filter(({ home }) => home).map(async ({ key, title }) => {
      const { reading } = await read(`/status/${encodeURIComponent(key)}`);
      const { key: state, icon: name, overall } = stateOf(reading?.state);
      return { state, icon: name, title: reading ? overall : 'Status unavailable', line: title };
    }));
  } catch {
    return [];
  }
}

/**
 * The widget's home screen in small, as its visitors will see it. One picture to a screen reader: the list beside it
 * says the same.
 */
export function homeScreen(widget, apps, statusCards) {
  const write = { icon: 'send', title: 'Send us a message', line: 'We usually answer within minutes' };
  const picture = element('div', 'phone',
    element('div', 'phone-head', element('b', '', 'Hi there'), element('span', '', 'How can we help?')),
    element('div', 'phone-cards',
      ...statusCards.map(statusCard),
      apps.length ? element('div', 'card', ...apps.map((app) => homeRow(app))) : null,
      element('div', 'card', homeRow(write, 'filled'))));
  const titles = [...statusCards, ...apps, write].map(({ title }) => title);
  picture.role = 'img';
  picture.ariaLabel = `The home screen of ${widget.title}: ${titles.join(', ')}`;
  return element('figure', 'beside', element('figcaption', '', `What visitors of ${widget.title} see`), picture);
}

function statusCard(card) {
  const drawn = element('div', 'card', homeRow(card));
  drawn.dataset.state = card.state;
  return drawn;
}

/** An app as the messenger's home screen lists it. */
export function homeRow({ icon: name, title, line }, className = '') {
  return element('div', 'home-row', element('span', `icon ${className}`, icon(name)),
    element('span', 'words', element('b', '', foreign(title)), line ? element('span', '', foreign(line)) : null),
    className ? null : icon('go', 'go'));
}
