import { element } from './element.js';
import { icon } from './icons.js';
import { ask, troubleOf } from './settings-api.js';
import { button, say } from './settings-notice.js';

const outcomes = {
  allowed: { icon: 'well', title: 'Allowed in the messenger' },
  blocked: { icon: 'down', title: 'Blocked in the messenger' },
  unknown: { icon: 'unknown', title: 'Could not check' },
};

/** What the pages' own headers say about being shown in the messenger, found after saving and shown under the app. */
export function createChecks({ onChange }) {
  const found = new Map();

  function set(id, state) {
    if (state) found.set(id, state);
    else found.delete(id);
    onChange();
  }

  return {
    async run(app) {
      // Status is drawn by the messenger itself: there is no page to be framed.
      if (app.opens !== 'frame') return found.delete(app.id);
      const own = { isRunning: true };
      set(app.id, own);
      const answer = await ask('POST', '/api/embed-check', { address: app.address });
      if (found.get(app.id) !== own) return;
      const verdict = answer.ok ? answer.body : { outcome: 'unknown', summary: troubleOf(answer), findings: [] };
      set(app.id, verdict);
      say(`${app.title}: ${outcomes[verdict.outcome].title}. ${verdict.summary}`);
    },
    draw(app) {
      const now = found.get(app.id);
      if (!now) return null;
      if (now.isRunning) return element('div', 'verdict', element('p', 'quiet', 'Asking the page whether the messenger may show it…'));
      return verdict(app, now, { again: () => this.run(app), close: () => { set(app.id); focusRow(app); } });
    },
  };
}

function verdict(app, { outcome, summary, findings }, { again, close }) {
  const kind = outcomes[outcome];
  const made = element('section', 'verdict', icon(kind.icon), element('div', 'finding', element('h4', '', kind.title), element('p', '', summary)),
    keyed(button('round', icon('close'), close), `check-close-${app.id}`, `Close what the check of ${app.title} found`),
    ...findings.map(({ blocks, seen, why, repair }, at) => facts(blocks ? 'Blocks' : 'Worth knowing', seen, why, repair, `copy-${app.id}-${at}`)));
  if (findings.length) made.append(ofDemo());
  made.dataset.outcome = outcome;
  made.ariaLabel = `Check of ${app.title}`;
  if (outcome !== 'allowed') {
    made.append(element('p', 'after', 'It is saved all the same. ',
      keyed(button('link', 'Check again', again), `check-${app.id}`, `Check again: ${app.title}`)));
  }
  return made;
}

/** Repairs name the addresses of this demo. */
export const ofDemo = () => element('p', 'after', 'Checked for the addresses of this demo. In production, name your website and OXVO’s messenger in their place.');

/** What was seen and why it matters, beside what repairs it. */
export function facts(label, seen, why, repair, key) {
  return element('dl', 'finding-facts',
    seen || why ? element('div', '', element('dt', '', label), element('dd', '', seen ? element('code', '', seen) : null, why ? element('p', '', why) : null)) : null,
    repair ? element('div', '', element('dt', '', 'Repair'), element('dd', 'repair', element('code', '', repair), copy(repair, key))) : null);
}

function copy(text, key) {
  const label = element('span', '', 'Copy');
  return keyed(button('button quiet small', [icon('copy'), label], async () => {
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = 'Copied';
      say('Copied');
    } catch {
      label.textContent = 'Select and copy it';
    }
  }), key);
}

/** Found again by its key after the list is drawn again. */
export function keyed(control, key, label) {
  control.dataset.key = key;
  if (label) control.ariaLabel = label;
  return control;
}

const focusRow = ({ id }) => document.querySelector(`[data-key="edit-${id}"]`)?.focus();
