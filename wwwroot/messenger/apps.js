import { element, foreign } from './element.js';
import { icon } from './icons.js';
import { started, tellSite } from './site-link.js';

const list = document.querySelector('#apps');
const failed = document.querySelector('#apps-failed');
const token = new URLSearchParams(location.search).get('website_token') ?? '';
const query = `website_token=${encodeURIComponent(token)}`;

/**
 * The widget's apps as a list. While it is seen it follows the settings, without a reload; onOpen gets the app that was
 * chosen.
 */
export function createApps({ onOpen }) {
  let apps = [], drawn = '', asked = 0, changes = null, inView = 'home', isOpen = false;
  const answered = Promise.withResolvers(); // resolves with the first answer that is not overtaken, be it a failure

  async function load() {
    const own = ++asked;
    try {
      const response = await fetch(`/api/apps?${query}`);
      if (response.status === 404) throw unknown();
      if (!response.ok) throw new Error();
      const now = await response.json();
      if (own === asked) draw(now);
    } catch ({ message }) {
      if (own === asked && !drawn) fail(message);
    }
    if (own === asked) answered.resolve();
  }

  function draw(now) {
    failed.hidden = true;
    const next = JSON.stringify(now);
    if (next === drawn) return;
    [apps, drawn] = [now, next];
    const focused = document.activeElement?.closest('[data-app]')?.dataset.app;
    const none = element('li', 'none', 'Nothing here yet. Write to us, and we look it up for you.');
    list.replaceChildren(...(apps.length ? apps.map(row) : [none]));
    if (focused) focus(focused);
  }

  function row(app) {
    const line = app.line && element('span', '', foreign(app.line));
    const words = element('span', 'words', element('b', '', foreign(app.title)), line);
    const button = element('button', 'row', element('span', 'icon', icon(app.made.icon)), words, icon('go', 'go'));
    button.type = 'button';
    button.dataset.app = app.key;
    button.addEventListener('click', () => onOpen(app));
    return element('li', '', button);
  }

  /** Where the app has gone from the list meanwhile, the keyboard stands at the next best. */
  function focus(key) {
    const own = list.querySelector(`[data-app="${CSS.escape(key)}"]`);
    (own ?? list.querySelector('button') ?? document.querySelector('#write')).focus();
  }

  function watch() {
    const isSeen = isOpen && inView === 'home' && document.visibilityState === 'visible';
    if (isSeen === Boolean(changes)) return;
    changes?.close();
    changes = isSeen ? new EventSource(`/api/apps/changes?${query}`) : null;
    changes?.addEventListener('changed', load);
  }

  document.addEventListener('visibilitychange', watch);
  document.querySelector('#apps-again').addEventListener('click', load);
  load();

  return {
    focus,
    /** Null where the widget has no such app. */
    find: async (key) => (await answered.promise, apps.find((app) => app.key === key) ?? null),
    opened() {
      isOpen = true;
      watch();
    },
    closed() {
      isOpen = false;
      watch();
    },
    /** Which view the panel shows. */
    inView(id) {
      inView = id;
      watch();
    },
  };
}

/** The site's page is told as well, because it is its script tag that is wrong. */
function unknown() {
  const message = `No widget has the website token “${token}”.`;
  started.then(() => tellSite({ type: 'fault', message }));
  return new Error(message);
}

function fail(message) {
  failed.querySelector('span').textContent = message || 'These could not be loaded.';
  failed.hidden = false;
}
