import { ask, troubleOf } from './settings-api.js';

/**
 * The saved apps, and the widgets with their apps that are on, in order. What a person does shows at once and is then told to the
 * server, one thing after the other; what the server refuses is taken back, and onTrouble(words, retry) says so.
 */
export function createLibrary({ onChange, onTrouble }) {
  let apps = [], widgets = [], templates = [], queue = Promise.resolve(), untold = 0, isStale = false;

  async function load() {
    const [answer, all] = await Promise.all([ask('GET', '/api/library'), templates.length ? { ok: true, body: templates } : ask('GET', '/api/templates')]);
    if (!answer.ok || !all.ok) return answer.ok ? all : answer;
    templates = all.body;
    // The answer does not hold yet what is still on its way to the server, and would take it back.
    isStale = untold > 0;
    if (isStale || JSON.stringify([apps, widgets]) === JSON.stringify([answer.body.apps, answer.body.widgets])) return answer;
    ({ apps, widgets } = answer.body);
    onChange();
    return answer;
  }

  const inTurn = (act) => { queue = queue.then(act); return queue; };

  /** change makes a widget's list of numbers another; method and body tell the same to the server. */
  function place(key, change, id, method, body) {
    const widget = library.widget(key), before = widget.apps;
    widget.apps = change(before);
    untold++;
    onChange();
    return inTurn(async () => {
      const answer = await ask(method, `/api/widgets/${encodeURIComponent(key)}/apps/${id}`, body);
      // Off already, in another tab, is as good as off.
      const isDone = answer.ok || (method === 'DELETE' && answer.status === 404);
      untold--;
      if ((isStale || !isDone) && !(await load()).ok && !isDone) {
        widget.apps = before;
        onChange();
      }
      if (!isDone) onTrouble(troubleOf(answer), answer.status === 404 ? null : () => place(key, change, id, method, body));
      return { ...answer, ok: isDone };
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

    turnOn: ({ key }, id) => place(key, (ids) => [...without(ids, id), id], id, 'PUT', { position: null }),
    turnOff: ({ key }, id) => place(key, (ids) => without(ids, id), id, 'DELETE'),
    /** step is -1 or 1. */
    move({ key, apps: ids }, id, step) {
      const position = ids.indexOf(id) + step;
      return place(key, (now) => without(now, id).toSpliced(position, 0, id), id, 'PUT', { position });
    },
    save: (id, body) => inTurn(() => (id ? ask('PUT', `/api/library/apps/${id}`, body) : ask('POST', '/api/library/apps', body))),
    remove: (id) => inTurn(() => ask('DELETE', `/api/library/apps/${id}`)),
  };
  return library;
}

const without = (ids, id) => ids.filter((one) => one !== id);
