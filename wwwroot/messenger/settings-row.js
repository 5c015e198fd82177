import { element, foreign } from './element.js';
import { icon } from './icons.js';
import { button } from './settings-notice.js';

/**
 * One app in the list: what it is, and what can be done with it. at is its place among count, or -1 where it is off; below is what
 * stands under it, such as what a check has found.
 */
export function appRow({ app, at, count, widget, template, others, below, onMove, onSwitch, onCheck, onDelete }) {
  const isOn = at >= 0;
  const row = element('li', 'app', element('span', 'icon', icon(app.icon)),
    element('div', 'words', element('h3', '', foreign(app.title)), app.line ? element('span', '', foreign(app.line)) : null, facts(app, template, others)),
    element('div', 'tools',
      count > 1 && isOn ? element('span', 'moves',
        tool('raise', `Move ${app.title} up`, `up-${app.id}`, () => onMove(-1), { disabled: at === 0, neighbour: `down-${app.id}` }),
        tool('lower', `Move ${app.title} down`, `down-${app.id}`, () => onMove(1), { disabled: at === count - 1, neighbour: `up-${app.id}` })) : null,
      checks(app, onCheck),
      edit(app),
      tool('bin', `Delete ${app.title}`, `delete-${app.id}`, onDelete),
      toggle(app, widget, isOn, onSwitch)),
    app.fault ? element('p', 'fault', icon('caution'), element('span', '', app.fault)) : null,
    ...below);
  row.dataset.app = app.id;
  return row;
}

function facts(app, template, others) {
  const words = [
    template?.title ?? app.template,
    app.wants_current_user ? 'Knows the visitor' : '',
    app.identifier ? 'Identifier in its address' : '',
    others.length ? `Also on ${others.join(', ')}` : '',
  ];
  return element('ul', 'facts', ...words.filter(Boolean).map((fact) => element('li', '', fact)));
}

function checks(app, act) {
  const made = named(button('button quiet small', 'Checks', act), `Run checks of ${app.title}`, `checks-${app.id}`);
  made.disabled = !app.address;
  return made;
}

function edit(app) {
  const link = element('a', 'round', icon('edit'));
  link.href = `#app-${app.id}`;
  return named(link, `Edit ${app.title}`, `edit-${app.id}`);
}

function tool(name, label, key, act, { disabled = false, neighbour = '' } = {}) {
  const made = named(button('round', icon(name), act), label, key);
  made.disabled = disabled;
  if (neighbour) made.dataset.neighbour = neighbour;
  return made;
}

function toggle(app, widget, isOn, act) {
  const word = element('span', 'switch-word', isOn ? 'On' : 'Off');
  word.ariaHidden = 'true';
  const made = named(button('switch', [word, element('span', 'track')], act), `${app.title} on ${widget.title}`, `switch-${app.id}`);
  made.role = 'switch';
  made.ariaChecked = String(isOn);
  return made;
}

function named(control, label, key) {
  control.ariaLabel = label;
  control.title = label;
  control.dataset.key = key;
  return control;
}
