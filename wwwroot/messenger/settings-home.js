import { element, foreign } from './element.js';
import { icon } from './icons.js';

/** The widget's home screen in small, as its visitors will see it. One picture to a screen reader: the list beside it says the same. */
export function homeScreen(widget, apps) {
  const picture = element('div', 'phone', element('div', 'phone-head', element('b', '', 'Hi there'), element('span', '', 'How can we help?')),
    element('div', 'phone-cards',
      apps.length ? element('div', 'card', ...apps.map((app) => homeRow(app))) : null,
      element('div', 'card', homeRow({ icon: 'send', title: 'Send us a message', line: 'We usually answer within minutes' }, 'filled'))));
  picture.role = 'img';
  picture.ariaLabel = `The home screen of ${widget.title}: ${[...apps.map(({ title }) => title), 'Send us a message'].join(', ')}`;
  return element('figure', 'beside', element('figcaption', '', `What visitors of ${widget.title} see`), picture);
}

/** An app as the messenger's home screen lists it. */
export function homeRow({ icon: name, title, line }, className = '') {
  return element('div', 'home-row', element('span', `icon ${className}`, icon(name)),
    element('span', 'words', element('b', '', foreign(title)), line ? element('span', '', foreign(line)) : null),
    className ? null : icon('go', 'go'));
}
