import { hostOf } from './element.js';

/** The status screens' words, and their times in the visitor's zone. */
export const states = {
  operational: { icon: 'well', overall: 'All systems operational', word: 'Operational' },
  maintenance: { icon: 'wrench', overall: 'Under maintenance', word: 'Maintenance' },
  unknown: { icon: 'unknown', overall: 'Status unknown', word: 'Unknown' },
  degraded: { icon: 'caution', overall: 'Degraded service', word: 'Degraded' },
  partial_outage: { icon: 'partly', overall: 'Partial outage', word: 'Partial outage' },
  major_outage: { icon: 'down', overall: 'Major outage', word: 'Major outage' },
};

/** A state's icon and words; one that this page does not know is unknown, never operational. */
export const stateOf = (key) =>
  (Object.hasOwn(states, key) ? { key, ...states[key] } : { key: 'unknown', ...states.unknown });

const worstFirst = ['major_outage', 'partial_outage', 'degraded', 'maintenance', 'unknown', 'operational'];
export const worstOf = (keys) => worstFirst.find((state) => keys.includes(state)) ?? 'unknown';

const steps = {
  investigating: 'Investigating', identified: 'Cause found',
  monitoring: 'Fixed, and being watched', resolved: 'Resolved',
  scheduled: 'Planned', in_progress: 'In progress', verifying: 'Checking', completed: 'Completed',
};
/** The step's word; else what the provider calls it. */
export const stepOf = (key, wording) => (Object.hasOwn(steps, key ?? '') ? steps[key] : wording ?? 'Update');

export const phases = { in_progress: 'In progress', upcoming: 'Planned', overdue: 'Past its window' };
export const providers = { statuspage: 'Statuspage', instatus: 'Instatus', betterstack: 'Better Stack' };

// The screens speak English; the hours are written as the visitor's own English has them.
const locale = navigator.language.startsWith('en') ? navigator.language : 'en-GB';
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const toMinute = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' };
const dayAndHour = new Intl.DateTimeFormat(locale, toMinute);
const dayToHour = new Intl.DateTimeFormat(locale, { weekday: 'short', ...toMinute });
const dayAlone = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });

export function ago(seconds) {
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  const days = Math.floor(seconds / 86400);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** How old a reading is, from the provider's last confirmation. */
export const ageOf = (reading, { isStale, at }) =>
  `${isStale ? 'Last known' : 'Updated'} ${ago(reading.age_seconds + Math.max(0, Date.now() - at) / 1000)}`;

/** A moment: the hour alone today, with its day before; everything in its title. */
export function moment(instant) {
  const at = new Date(instant);
  if (!instant || Number.isNaN(at.getTime())) return null;
  const made = document.createElement('time');
  made.dateTime = at.toISOString();
  made.title = exact.format(at);
  made.textContent = at.toDateString() === new Date().toDateString() ? hour.format(at) : dayAndHour.format(at);
  return made;
}

/** From when to when; its title has both in full. */
export function span(startsAt, endsAt) {
  const [start, end] = [startsAt, endsAt].map((instant) => instant && new Date(instant));
  const made = document.createElement('span');
  made.title = [start, end].filter(Boolean).map((at) => exact.format(at)).join(' – ');
  if (start && end) made.textContent = dayToHour.formatRange(start, end);
  else if (start) made.textContent = `From ${dayToHour.format(start)}`;
  else made.textContent = end ? `Until ${dayToHour.format(end)}` : 'Its time is not told';
  return made;
}

export const weekday = (instant) => dayAlone.format(new Date(instant));
/** A day as the provider counts it, whatever the visitor's zone. */
export const dayOf = (text) => day.format(new Date(`${text}T00:00:00Z`));
export const share = (part) => percent.format(part);
export const some = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/**
 * Whether a link's words are an address of the very host that it leads to: www.google.com/status holds "le.com", and is
 * not an address there.
 */
export const namesHost = (text, url) => hostOf(text.replace(/^(?:https?:\/\/)?/i, 'https://')) === hostOf(url);
