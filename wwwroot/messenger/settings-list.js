import { element } from './element.js';
import { createChecks } from './settings-check.js';
import { createChecklists } from './settings-checklist.js';
import { askToDelete } from './settings-delete.js';
import { homeScreen, readStatusCards } from './settings-home.js';
import { nothing, notify, say } from './settings-notice.js';
import { appRow } from './settings-row.js';
import { widgetChoice } from './settings-widgets.js';
import { troubleOf } from './settings-api.js';

/** One widget's apps that are on, in order, the saved ones that are off, and what its home screen makes of them. */
export function createList({ library, view }) {
  let key = new URLSearchParams(location.search).get('widget'), statusCards = [];
  const drawList = () => { if (view.dataset.view === 'list') draw(); };
  const checks = createChecks({ onChange: drawList });
  const checklists = createChecklists({ onChange: drawList });

  readStatusCards().then((cards) => {
    statusCards = cards;
    drawList();
  });

  const list = {
    get widget() { return library.widget(key); },
    draw,
    skeleton: () => columns(card('', '', [1, 2, 3, 4].map(() => element('li', 'app', element('span', 'icon'),
      element('span', 'words bones', element('span', 'bone'), element('span', 'bone short'))))), null),
    /** The keyboard stands at an app, wherever it is now. */
    focus: (id) => (view.querySelector(`[data-key="edit-${id}"]`) ?? document.querySelector('#add')).focus(),
    check: (app) => checks.run(app),
  };

  function draw() {
    const focused = view.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const tops = positions();
    const { widget } = list;
    const [on, off] = [library.on(widget), library.off(widget)];
    view.replaceChildren(
      widgetChoice({ widgets: library.widgets, chosen: widget, onChoose: choose }),
      columns([
        card(`On ${widget.title}`, on.length > 1 ? 'In this order on the home screen' : '', on.map((app, at) => row(app, at, on.length)),
          library.isEmpty ? 'There is no app yet. Add one, and your customers find it on the home screen.'
            : `Nothing is on. The home screen of ${widget.title} shows “Send us a message” alone. Turn a saved app on, or add one.`),
        off.length ? card('Saved and off', 'Ready to be turned on', off.map((app) => row(app, -1, 0))) : null,
      ], homeScreen(widget, on, statusCards)));
    if (focused) focusAgain(focused);
    glide(tops);
  }

  function row(app, at, count) {
    const { widget } = list;
    return appRow({
      app, at, count, widget,
      template: library.template(app.template),
      others: library.usedOn(app.id).filter((title) => title !== widget.title),
      below: [checks.draw(app), checklists.draw(app)],
      onMove(step) {
        library.move(widget, app.id, step);
        say(`${app.title} moved to position ${at + step + 1} of ${count}`);
      },
      onSwitch() {
        const isOn = at >= 0;
        if (isOn) library.turnOff(widget, app.id);
        else library.turnOn(widget, app.id);
        say(`${app.title} is ${isOn ? 'off' : 'on'} for ${widget.title}`);
      },
      onCheck: () => checklists.run(app),
      onDelete: () => remove(app),
    });
  }

  async function remove(app) {
    if (!await askToDelete(app, library.usedOn(app.id))) return;
    const keys = [...view.querySelectorAll('[data-key^=edit-]')].map((link) => link.dataset.key);
    const next = keys[keys.indexOf(`edit-${app.id}`) + 1] ?? keys.at(-2);
    const answer = await library.remove(app.id);
    if (answer.ok || answer.status === 404) {
      await library.load();
      notify('done', answer.ok ? `“${app.title}” is deleted.` : `“${app.title}” was deleted in another tab already.`);
      (view.querySelector(`[data-key="${next}"]`) ?? document.querySelector('#add')).focus();
    } else {
      notify('trouble', `“${app.title}” is still there. ${troubleOf(answer)}`, { label: 'Try again', act: () => remove(app) });
    }
  }

  function choose(next) {
    key = next;
    const address = new URL(location.href);
    address.searchParams.set('widget', key);
    history.replaceState(null, '', address);
    draw();
  }

  /** On the same button as before, on its neighbour where it can do nothing more, in its row where it has gone, or at the top. */
  function focusAgain(focused) {
    const same = view.querySelector(`[data-key="${focused}"]`);
    const id = /-(\d+)(?:-|$)/.exec(focused)?.[1];
    const target = (same?.disabled ? view.querySelector(`[data-key="${same.dataset.neighbour}"]`) : same)
      ?? view.querySelector(`[data-key="checks-${id}"], [data-key="edit-${id}"]`) ?? document.querySelector('#add');
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  const positions = () => new Map([...view.querySelectorAll('[data-app]')].map((one) => [one.dataset.app, one.getBoundingClientRect().top]));

  /** Apps glide to their new place, so that an eye can follow. */
  function glide(tops) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const one of view.querySelectorAll('[data-app]')) {
      const way = (tops.get(one.dataset.app) ?? NaN) - one.getBoundingClientRect().top;
      if (way) one.animate({ translate: [`0 ${way}px`, '0'] }, { duration: 160, easing: 'ease-out' });
    }
  }

  return list;
}

const columns = (lists, beside) => element('div', 'columns', element('div', 'lists', ...[lists].flat().filter(Boolean)), beside);

function card(title, note, rows, empty = '') {
  const head = title ? element('header', 'list-head', element('h2', '', title), element('p', '', note)) : null;
  return element('section', 'card', head, rows.length ? element('ol', 'apps', ...rows) : nothing('apps', empty));
}
