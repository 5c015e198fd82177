import { element } from './element.js';

/** Greets by the first name, where the site told one. An anonymous visitor's name is made up, so it greets nobody. */
export function greet({ identifier, name }) {
  const first = identifier === null ? '' : (name ?? '').trim().split(/\s+/u)[0];
  const greeting = document.querySelector('#greeting');
  if (first) greeting.replaceChildren('Hi ', element('bdi', '', first));
  else greeting.replaceChildren('Hi there');
}
