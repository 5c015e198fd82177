import { element } from './element.js';
import { icon } from './icons.js';

// Which page of the site has which widget's script tag.
const pages = { 'acme-store': '/', 'acme-help': '/help' };

/** Which widget is set up, as native radio buttons, and the way to the page of the site that has it. */
export function widgetChoice({ widgets, chosen, onChoose }) {
  const options = widgets.map((widget) => {
    const radio = element('input');
    Object.assign(radio, { type: 'radio', name: 'widget', value: widget.key, checked: widget === chosen });
    radio.dataset.key = `widget-${widget.key}`;
    radio.addEventListener('change', () => onChoose(widget.key));
    const count = element('span', 'count', `${widget.apps.length} on`);
    return element('label', 'segment', radio, element('span', '', widget.title), count);
  });
  const legend = element('legend', 'visually-hidden', 'Widget');
  return element('div', 'widgets', element('fieldset', 'segments', legend, ...options), sitePage(chosen));
}

function sitePage({ key, title }) {
  if (!Object.hasOwn(pages, key)) return null;
  const link = element('a', 'button quiet', `Open ${title}`, icon('out'));
  link.href = document.documentElement.dataset.site + (pages[key] ?? '/');
  link.target = '_blank';
  link.rel = 'noopener';
  link.dataset.key = 'site';
  return link;
}
