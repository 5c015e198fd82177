import { icon } from './icons.js';

const list = document.querySelector('#apps');
const failed = document.querySelector('#apps-failed');

/** Greets by the first name, where the site told one. An anonymous visitor's name is made up, so it greets nobody. */
export function greet({ identifier, name }) {
  const first = identifier === null ? '' : (name ?? '').trim().split(/\s+/u)[0];
  const greeting = document.querySelector('#greeting');
  if (first) greeting.replaceChildren('Hi ', make('bdi', '', first));
  else greeting.replaceChildren('Hi there');
}

/** The apps as a list; onOpen gets the app. Resolves to the apps, none where they could not be had. */
export async function listApps(onOpen) {
  failed.hidden = true;
  try {
    const response = await fetch('/api/apps');
    if (!response.ok) throw new Error(`apps: ${response.status}`);
    const apps = await response.json();
    list.replaceChildren(...apps.map((app) => row(app, onOpen)));
    return apps;
  } catch {
    failed.hidden = false;
    return [];
  }
}

/** Back from an app, the keyboard stands where it was. */
export const focusApp = (key) => list.querySelector(`[data-app="${CSS.escape(key)}"]`)?.focus();

function row(app, onOpen) {
  const button = make('button', 'row',
    make('span', 'icon', icon(app.icon)),
    make('span', 'words', make('b', '', app.title), make('span', '', app.line)),
    icon('go', 'go'));
  button.type = 'button';
  button.dataset.app = app.key;
  button.addEventListener('click', () => onOpen(app));
  return make('li', '', button);
}

function make(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}
