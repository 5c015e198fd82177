import { element } from './element.js';
import { icon } from './icons.js';
import { button } from './settings-notice.js';

/**
 * A field with its label, hint, example and error, the last three told to a screen reader with it. onInput(isDone) hears each
 * change; isDone is that the person has left the field or chosen.
 */
export function createField({ key, label, kind, hint, example, required, choices, limit }, value, onInput) {
  const id = `field-${key}`;
  const hints = element('p', 'hint', hint ?? '');
  const error = element('p', 'error');
  const count = limit && element('span', 'count');
  [hints.id, error.id, error.hidden] = [`${id}-hint`, `${id}-error`, true];
  if (count) count.id = `${id}-count`;
  const { shell, control, read, write } = kinds[kind] ?? kinds.text;
  const words = required || kind === 'flag' ? [label] : [label, element('span', 'optional', ' Optional')];
  const parts = control({ id, words, value: value ?? '', choices, kind });
  const field = {
    key,
    isNeeded: Boolean(required),
    isTouched: false,
    get value() { return read(parts); },
    /** Shows why it cannot be taken; nothing takes the message away. */
    show(message) {
      error.hidden = !message;
      error.replaceChildren(...(message ? [icon('caution'), element('span', '', message)] : []));
      parts.described.ariaInvalid = message ? 'true' : null;
    },
    focus: () => (parts.inputs.find(({ checked }) => checked) ?? parts.inputs[0]).focus(),
  };

  parts.described.setAttribute('aria-describedby', [hints.id, count?.id, error.id].filter(Boolean).join(' '));
  const recount = () => {
    if (!count) return;
    count.textContent = `${field.value.length} of ${limit}`;
    count.toggleAttribute('data-over', field.value.length > limit);
  };
  const changed = (isDone) => {
    if (isDone) field.isTouched = true;
    recount();
    onInput(isDone);
  };
  for (const input of parts.inputs) {
    if (required && kind !== 'choice') input.ariaRequired = 'true';
    input.addEventListener('input', () => changed(false));
    input.addEventListener('change', () => changed(true));
  }
  const takeExample = () => {
    write(parts, example);
    changed(true);
    field.focus();
  };
  if (example && write) hints.append(' ', exampleOf(example, label, takeExample));
  recount();
  field.element = element('div', `field ${kind}`, ...shell(parts, hints, count), error);
  return field;
}

const typed = {
  control({ id, words, value, kind }) {
    const [label, input] = [element('label', '', ...words), element('input')];
    Object.assign(input, { id, type: 'text', value, autocomplete: 'off' });
    if (kind === 'address') Object.assign(input, { inputMode: 'url', spellcheck: false, autocapitalize: 'none' });
    label.htmlFor = id;
    return { label, inputs: [input], described: input };
  },
  shell: ({ label, inputs }, hints, count) => [element('div', 'label', label, count), hints, ...inputs],
  read: ({ inputs: [input] }) => input.value,
  write: ({ inputs: [input] }, value) => { input.value = value; },
};

const kinds = {
  address: typed,
  text: typed,
  choice: {
    control({ id, words, value, choices }) {
      const label = element('span', 'label', ...words);
      label.id = `${id}-label`;
      const options = choices.map((choice) => {
        const radio = element('input');
        Object.assign(radio, { type: 'radio', name: id, value: choice.value, checked: choice.value === value });
        return element('label', 'option', radio, element('span', '', choice.label));
      });
      const group = element('div', 'options', ...options);
      group.role = 'radiogroup';
      group.setAttribute('aria-labelledby', label.id);
      return { label, group, inputs: options.map((option) => option.firstChild), described: group };
    },
    shell: ({ label, group }, hints) => [label, hints, group],
    read: ({ inputs }) => inputs.find(({ checked }) => checked)?.value ?? '',
  },
  flag: {
    control({ id, words, value }) {
      const input = element('input');
      Object.assign(input, { id, type: 'checkbox', checked: value === 'true' });
      return { label: element('label', 'option', input, element('span', '', ...words)), inputs: [input], described: input };
    },
    shell: ({ label }, hints) => [label, hints],
    read: ({ inputs: [input] }) => String(input.checked),
  },
};

const exampleOf = (example, label, take) => {
  const use = button('link', 'Use the example', take);
  use.ariaLabel = `Use the example for ${label}`;
  return element('span', 'example', 'For example ', element('code', '', example), ' ', use);
};
