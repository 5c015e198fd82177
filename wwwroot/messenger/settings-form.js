import { element } from './element.js';
import { icon } from './icons.js';
import { ask, troubleOf } from './settings-api.js';
import { createField } from './settings-field.js';
import { button, say } from './settings-notice.js';
import { createPreview } from './settings-preview.js';

const pause = 350; // of typing, before the server is asked what it makes of it
const titleField = { key: 'title', label: 'Title', kind: 'text', required: true, limit: 40, hint: 'As your customers would say it, such as Track my order.' };
const lineField = { key: 'line', label: 'Line below it', kind: 'text', limit: 80, hint: 'What they get, in a few words, such as Where your parcel is right now.' };

/** The form of a new app, or of app, beside its preview. The server says what is wrong; nothing that was typed is ever lost. */
export function createForm({ library, template, app, widget, onSaved }) {
  let timer = 0, round = 0, isSaving = false;
  const lookSoon = (isDone) => {
    clearTimeout(timer);
    timer = setTimeout(look, isDone ? 0 : pause);
  };
  const own = template.fields.map((field) => createField(field, app ? app.values[field.key] : firstValue(field), lookSoon));
  const title = createField(titleField, app?.title, () => reword(title));
  const line = createField(lineField, app?.line, () => reword(line));
  const fields = [...own, title, line];
  const preview = createPreview({ template });
  const places = library.widgets.map((one) => placeOn(one, app ? one.apps.includes(app.id) : one === widget));
  const trouble = element('div', 'form-trouble');
  const save = element('button', 'button main', app ? 'Save' : 'Add the app');
  const cancel = element('a', 'button quiet', 'Cancel');
  cancel.href = '#';

  const form = element('form', 'card form',
    part('What it opens', own.map((field) => field.element)),
    part('On the home screen', [title.element, line.element]),
    part('Turned on for', [element('div', 'places', ...places.map(({ label }) => label))]),
    preview.warnings, trouble, element('div', 'actions', save, cancel));
  form.noValidate = true;
  trouble.role = 'alert';

  function body() {
    const values = Object.fromEntries(own.map(({ key, value }) => [key, value]));
    return { template: template.key, title: title.value, line: line.value, values };
  }

  function reword(field) {
    field.show('');
    preview.words({ title: title.value, line: line.value });
  }

  /** What the server would make of it, for the preview, whatever its words are yet. Errors show where the person has been already. */
  async function look() {
    const asked = ++round;
    if (own.some(({ isNeeded, value }) => isNeeded && !value.trim())) return preview.empty();
    const answer = await ask('POST', '/api/apps/make', { ...body(), title: 'Preview', line: 'Preview' });
    if (asked !== round || isSaving) return;
    const errors = answer.status === 400 ? answer.body?.errors ?? {} : {};
    for (const field of own) if (field.isTouched || !Object.hasOwn(errors, field.key)) field.show(errors[field.key]);
    preview.show(answer);
  }

  async function submit(asNew = false) {
    if (isSaving) return;
    isSaving = true;
    clearTimeout(timer);
    trouble.replaceChildren();
    save.ariaDisabled = 'true';
    save.textContent = 'Saving…';
    const answer = await library.save(asNew ? null : app?.id, body());
    if (answer.ok) return onSaved(answer.body, ...await turn(answer.body));
    isSaving = false;
    save.ariaDisabled = null;
    save.textContent = app ? 'Save' : 'Add the app';
    if (answer.status === 400) refuse(answer.body?.errors ?? {});
    else fail(answer);
  }

  function refuse(errors) {
    for (const field of fields) {
      field.isTouched = true;
      field.show(errors[field.key]);
    }
    const wrong = fields.filter(({ key }) => Object.hasOwn(errors, key));
    if (!wrong.length) return tell(Object.values(errors)[0] ?? 'The server could not take it.');
    say(wrong.length === 1 ? 'One field needs another look.' : `${wrong.length} fields need another look.`);
    wrong[0].focus();
  }

  function fail(answer) {
    const isGone = app && answer.status === 404;
    tell(`It is not saved. ${troubleOf(answer)} What you typed is still here.`,
      button('link', isGone ? 'Save it as a new app' : 'Try again', () => submit(isGone)));
  }

  const tell = (words, ...more) => trouble.replaceChildren(icon('caution'), element('p', '', words, ' ', ...more));

  /** Turns it on and off as was chosen. Gives the words to say, and whether something went wrong. */
  async function turn(saved) {
    const before = app && app.id === saved.id ? app.id : null;
    const wanted = places.filter(({ one, box }) => box.checked !== one.apps.includes(before));
    const answers = await Promise.all(wanted.map(({ one, box }) => (box.checked ? library.turnOn(one, saved.id) : library.turnOff(one, saved.id))));
    const failed = wanted.filter((_, at) => !answers[at].ok).map(({ one }) => one.title);
    const on = places.filter(({ one, box }) => box.checked && !failed.includes(one.title)).map(({ one }) => one.title);
    const words = `“${saved.title}” is saved${on.length ? ` and on for ${on.join(' and ')}` : ''}.`;
    return failed.length ? [`${words} It could not be switched for ${failed.join(' and ')}.`, true] : [words, false];
  }

  form.addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  reword(title);
  look();
  return element('div', 'columns', form, preview.element);
}

// A choice begins with its first; nothing else is made up.
const firstValue = ({ kind, required, choices }) => (kind === 'choice' && required ? choices[0]?.value : '');

const part = (title, content) => content.length ? element('fieldset', 'part', element('legend', '', title), ...content) : null;

function placeOn(one, isOn) {
  const box = element('input');
  Object.assign(box, { type: 'checkbox', checked: isOn, name: `on-${one.key}` });
  return { one, box, label: element('label', 'option', box, element('span', '', one.title)) };
}
