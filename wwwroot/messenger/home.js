import { element, foreign } from './element.js';

const description = document.querySelector('#greeting + p');
const usual = description.textContent;

/**
 * Greets with the site's own words, else by the first name, where the site told one. An anonymous visitor's name is
 * made up, so it is not used.
 */
export function greet({ identifier, name }, { welcomeTitle, welcomeDescription }) {
  description.replaceChildren(welcomeDescription ? foreign(welcomeDescription) : usual);
  const first = identifier === null ? '' : String(name ?? '').trim().split(/\s+/u)[0];
  const greeting = document.querySelector('#greeting');
  if (welcomeTitle) greeting.replaceChildren(foreign(welcomeTitle));
  else if (first) greeting.replaceChildren('Hi ', element('bdi', '', first));
  else greeting.replaceChildren('Hi there');
}
