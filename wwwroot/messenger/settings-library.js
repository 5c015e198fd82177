import { ask, troubleOf } from './settings-api.js';

/**
 * The saved apps, and the widgets with their apps that are on, in order. What a person does shows at once and is then told to the
 * server, one thing after the other; what the server refuses is taken back, and onTrouble(words, retry) says so.
 */
export function createLibrary({ onChange, onTrouble }) {
  let apps = [], widgets = [], templates = [], queue = Promise.resolve();

  async function load() {
    const before = JSON.stringify([apps, widgets]);
    const [library, all] = await Promise.all([ask('GET', '/api/library'), templates.length ? { ok: true, body: templates } : ask('GET', '/api/templates')]);
    if (!library.ok || !all.ok) return library.ok ? all : library;
    ({ apps, widgets } = library.body);
    templates = all.body;
    if (JSON.stringify([apps, widgets]) !== before) onChange();
    return library;
  }

  const inTurn = (act) => { queue = queue.then(act); return queue; };

  function place(widget, next, id, method, body) {
    const before = widget.apps;
    widget.apps = next;
    onChange();
    return inTurn(async () => {
      const answer = await ask(method, `/api/widgets/${encodeURIComponent(widget.key)}/apps/${id}`, body);
      // Off already, in another tab, is as good as off.
      if (answer.ok || (method === 'DELETE' && answer.status === 404)) return { ...answer, ok: true };
      const retry = answer.status === 404 ? null : () => place(library.widget(widget.key), next, id, method, body);
      if (!(await load()).ok) {
        widget.apps = before;
        onChange();
      }
      onTrouble(troubleOf(answer), retry);
      return answer;
    });
  }

  const library = {
    get templates() { return templates; },
    get widgets() { return widgets; },
    get isEmpty() { return apps.length === 0; },
    /** Resolves to the server's answer. Waits for what is still to be told, so that nothing jumps back. */
    load: () => inTurn(load),
    app: (id) => apps.find((app) => app.id === id),
    template: (key) => templates.find((template) => template.key === key),
    widget: (key) => widgets.find((widget) => widget.key === key) ?? widgets[0],
    on: (widget) => widget.apps.map(library.app).filter(Boolean),
    off: (widget) => apps.filter(({ id }) => !widget.apps.includes(id)),
    usedOn: (id) => widgets.filter((widget) => widget.apps.includes(id)).map(({ title }) => title),

    turnOn: (widget, id) => place(widget, [...widget.apps.filter((one) => one !== id), id], id, 'PUT', { position: null }),
    turnOff: (widget, id) => place(widget, widget.apps.filter((one) => one !== id), id, 'DELETE'),
    /** step is -1 or 1. */
    move(widget, id, step) {
      const position = widget.apps.indexOf(id) + step;
      return place(widget, widget.apps.filter((one) => one !== id).toSpliced(position, 0, id), id, 'PUT', { position });
    },
    save: (id, body) => inTurn(() => (id ? ask('PUT', `/api/library/apps/${id}`, body) : ask('POST', '/api/library/apps', body))),
    remove: (id) => inTurn(() => ask('DELETE', `/api/library/apps/${id}`)),
  };
  return library;
}
