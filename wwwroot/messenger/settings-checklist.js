import { element } from './element.js';
import { icon } from './icons.js';
import { facts, keyed, ofDemo } from './settings-check.js';
import { button, say } from './settings-notice.js';
import { some } from './status-words.js';

/** A result's part of the report; those that a person has to act on stand open. */
const parts = {
  fail: { label: 'To repair', icon: 'down', isOpen: true },
  warn: { label: 'Worth a look', icon: 'caution', isOpen: true },
  pass: { label: 'Passed', icon: 'well' },
  manual: { label: 'By hand', icon: 'account' },
  not_run: { label: 'Not run', icon: 'unknown' },
};

/** The launch checklist of each app, under it in the list: results appear as they come in. */
export function createChecklists({ onChange }) {
  const shown = new Map();

  function close(app) {
    shown.get(app.id)?.stop.abort();
    shown.delete(app.id);
    onChange();
    document.querySelector(`[data-key="checks-${app.id}"]`)?.focus();
  }

  return {
    draw: (app) => shown.get(app.id)?.report.element ?? null,
    async run(app) {
      shown.get(app.id)?.stop.abort();
      const own = { report: createReport(app, { onClose: () => close(app), onAgain: () => this.run(app) }), stop: new AbortController() };
      shown.set(app.id, own);
      onChange();
      try {
        for await (const result of results(app.id, own.stop.signal)) own.report.add(result);
        own.report.end();
      } catch {
        if (!own.stop.signal.aborted) own.report.fail();
      }
    },
  };
}

function createReport(app, { onClose, onAgain }) {
  const count = element('p', '', 'Asking the first question…');
  const again = keyed(button('link', 'Run again', onAgain), `checks-again-${app.id}`, `Run again: the checks of ${app.title}`);
  const title = element('h4', '', 'Launch checklist');
  const head = element('div', 'finding', title, count);
  const made = element('section', 'verdict checklist', icon('steps'), head,
    keyed(button('round', icon('close'), onClose), `checks-close-${app.id}`, `Close the checklist of ${app.title}`));
  made.ariaLabel = `Launch checklist of ${app.title}`;
  made.ariaBusy = 'true';
  const lists = Object.fromEntries(Object.entries(parts)
    .map(([result, part]) => [result, createPart(result, part, app.id)]));
  made.append(...Object.values(lists).map((list) => list.element));
  let total = 0, missed = 0;

  const words = () => Object.entries(lists).filter(([, { size }]) => size)
    .map(([result, { size }]) => `${size} ${parts[result].label.toLowerCase()}`).join(', ');
  const isReady = () => lists.fail.size + lists.warn.size + missed === 0;

  function verdict() {
    if (lists.fail.size) return `Not ready: ${some(lists.fail.size, 'thing')} to repair`;
    if (missed) return `Not known yet: ${some(missed, 'check')} could not run`;
    return isReady() ? 'Ready, as far as this can tell' : `Ready, with ${some(lists.warn.size, 'thing')} worth a look`;
  }

  function finish(line, outcome) {
    made.ariaBusy = 'false';
    made.dataset.outcome = outcome;
    title.textContent = `Launch checklist: ${verdict()}`;
    count.replaceChildren(line, ' ', again);
    if (lists.fail.size + lists.warn.size) head.append(ofDemo());
    say(`${app.title}: ${verdict()}. ${line}`);
  }

  return {
    element: made,
    add(result) {
      // What does not apply is no news.
      if (result.group === 'Status' && app.opens !== 'status') return;
      total++;
      missed += Number(result.missed);
      count.textContent = `${total} checked…`;
      (lists[result.result] ?? lists.not_run).add(result);
    },
    end: () => finish(`${words()}.`, lists.fail.size ? 'blocked' : isReady() ? 'allowed' : 'unknown'),
    fail: () => finish(total ? `It broke off after ${total}: ${words()}.` : 'The checks could not be run. Is the server there?', 'unknown'),
  };
}

function createPart(result, { label, icon: name, isOpen = false }, appId) {
  const count = element('span', '', '');
  const list = element('ul', 'checked');
  const made = element('details', 'part-of', element('summary', '', icon(name), element('b', '', label), ' ', count), list);
  made.open = isOpen;
  made.hidden = true;
  made.dataset.result = result;
  const places = new Map(); // by what was seen and what to do: what waits for the same is told once
  let size = 0;
  return {
    element: made,
    get size() { return size; },
    add({ id, title, seen, why, repair }) {
      count.textContent = String(++size);
      made.hidden = false;
      const line = element('p', 'checked-title', title);
      const same = [seen, why, repair].join('\n');
      if (places.has(same)) return places.get(same).before(line);
      const quiet = seen && element('p', 'quiet', seen);
      const rest = repair || why ? facts('Seen', seen, why, repair, `copy-${appId}-${id}`) : quiet;
      if (repair) places.set(same, rest);
      list.append(element('li', '', line, rest));
    },
  };
}

/** The answer's events, each as it comes. */
async function* results(id, signal) {
  const response = await fetch(`/api/library/apps/${id}/checks`, { method: 'POST', signal });
  if (!response.ok) throw new Error(`checks: ${response.status}`);
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece; !(piece = await reader.read()).done;) {
    const events = (rest + piece.value).split('\n\n');
    rest = events.pop();
    for (const event of events) yield JSON.parse(event.split('\n').find((line) => line.startsWith('data: ')).slice(6));
  }
}
