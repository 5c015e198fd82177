import { element } from './element.js';
import { icon } from './icons.js';

const place = document.querySelector('#notice');
const said = document.querySelector('#said');

/** For a screen reader alone: what anybody else sees happen. */
export function say(words) {
  // The same words a second time are not a change, and nothing would be said.
  said.textContent = said.textContent === words ? `${words}\u00a0` : words;
}

/** A line above the list that stays until something else happens. kind is 'done' or 'trouble'; action is {label, act} or nothing. */
export function notify(kind, words, action) {
  const line = element('div', 'notice', icon(kind === 'done' ? 'well' : 'caution'), element('p', '', words));
  line.dataset.kind = kind;
  if (action) line.append(button('link', action.label, () => { clearNotice(); action.act(); }));
  const close = button('round', icon('close'), clearNotice);
  close.ariaLabel = 'Close this message';
  line.append(close);
  place.replaceChildren(line);
}

export function clearNotice() {
  if (place.contains(document.activeElement)) document.querySelector('#title').focus();
  place.replaceChildren();
}

/** Where there is nothing else to show: why, and what can be done. */
export const nothing = (name, words, ...more) => element('div', 'nothing', icon(name), element('p', '', words), ...more);

/** A button with what it does. */
export function button(className, content, act) {
  const made = element('button', className, ...[content].flat());
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
