import { element } from './element.js';
import { icon } from './icons.js';

/** The templates as cards, each a link to its form. */
export function gallery(templates) {
  return element('ul', 'gallery', ...templates.map((template) => {
    const link = element('a', 'card template', element('span', 'icon', icon(template.icon)),
      element('span', 'words', element('b', '', template.title), element('span', '', template.line)), tags(template));
    link.href = `#new-${template.key}`;
    return element('li', '', link);
  }));
}

function tags({ opens, wants_current_user: isTold }) {
  const words = [opens === 'status' ? 'Shown by the messenger itself' : '', isTold ? 'Knows the visitor' : '']
    .filter(Boolean);
  return words.length ? element('span', 'tags', ...words.map((word) => element('span', 'tag', word))) : null;
}
