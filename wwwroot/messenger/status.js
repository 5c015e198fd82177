import { createStatusCard } from './status-card.js';
import { createStatusFeed } from './status-feed.js';
import { createStatusView } from './status-view.js';

const section = document.querySelector('#status');
const list = document.querySelector('#status-cards');
const tick = 10_000; // how often the words of an age are looked at

/**
 * Status pages in the messenger: cards on the home screen and the details in the panel, both fed by our own server; the browser
 * never asks a provider. Nothing is asked while the panel is closed, its tab hidden, or something else in view.
 */
export function createStatus({ show }) {
  let pages = [], followed = [], chosen = {}, current = null, visiting = null, inView = 'home', isOpen = false, timer = 0;
  const view = createStatusView({ onRetry: () => current?.feed.retry() });

  async function load() {
    try {
      const response = await fetch('/status');
      if (!response.ok) return;
      ({ pages } = await response.json());
      follow();
    } catch { /* without it the home screen has no status; the next opening tries again */ }
  }

  /** The pages with a card; the demo bar may put another page in their place. */
  function follow() {
    followed.forEach(({ feed }) => feed.watch(false));
    const chosenOne = pages.filter(({ key }) => key === chosen.page);
    const home = chosenOne.length ? chosenOne : pages.filter((page) => page.home);
    followed = home.map((page) => {
      const one = { page };
      one.feed = createStatusFeed({ key: page.key, onChange: (now) => changed(one, now) });
      one.card = createStatusCard({ title: page.title, isOneOfMany: home.length > 1, onOpen: () => open(one), onRetry: () => one.feed.retry() });
      one.feed.play(chosen.scenario);
      return one;
    });
    list.replaceChildren(...followed.map(({ card }) => card.card));
    section.hidden = !followed.length;
    // The switch that changed the page is in the site, so the focus stays there.
    if (current && current !== visiting) begin(followed.find(({ page }) => page.key === (chosen.page || current.page.key)) ?? followed[0]);
    watch();
  }

  function changed(one, now) {
    one.card?.show(now);
    if (one === current) view.show(now);
  }

  function begin(one) {
    current = one ?? null;
    if (!current) return;
    view.begin(current.page.title);
    view.show(current.feed.now);
  }

  function open(one) {
    begin(one);
    show('status-view');
    view.focus();
  }

  function watch() {
    const isSeen = isOpen && document.visibilityState === 'visible';
    for (const one of [...followed, ...(visiting ? [visiting] : [])]) one.feed.watch(isSeen && (inView === 'home' || (inView === 'status-view' && one === current)));
    clearInterval(timer);
    if (!isSeen) return;
    const refresh = () => [...followed, ...(visiting ? [visiting] : [])].forEach((one) => changed(one, one.feed.now));
    refresh();
    timer = setInterval(refresh, tick);
  }

  document.addEventListener('visibilitychange', watch);
  load();

  return {
    opened() {
      isOpen = true;
      if (!pages.length) load();
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
    /** A status page that is an app of the widget: the same view, without a card. */
    openApp({ key, title }) {
      visiting = { page: { key, title } };
      visiting.feed = createStatusFeed({ key, onChange: (now) => changed(visiting, now) });
      open(visiting);
    },
    leaveApp() {
      visiting?.feed.watch(false);
      if (current === visiting) current = null;
      visiting = null;
    },
    /** Back from the details, the keyboard stands where it was. False where it was not here. */
    focusCard() {
      if (!current) return false;
      current.card.focus();
      current = null;
      return true;
    },
    /** oxvo.mock({statusScenario, statusSince, statusPage}): what the mock providers play in this tab, and whose page the card shows. */
    play({ statusScenario: scenario, statusSince: since = Date.now(), statusPage: page }) {
      const next = { scenario: scenario && { scenario, since }, page };
      if (JSON.stringify(next) === JSON.stringify(chosen)) return;
      chosen = next;
      follow();
    },
  };
}
