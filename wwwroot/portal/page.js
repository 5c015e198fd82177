// What every view is made of, and how a phase comes onto the page.
import { siteName, siteOrigins, signInUrl } from './portal-config.js';
import { desk } from './account.js';
import { say, useWords, words } from './format.js';

const find = (selector) => document.querySelector(selector);
const announce = (text) => { find('[role=status]').textContent = text; };

/** Makes an element. Data comes in as text, never as markup; what is false, null or empty is left out. */
export function element(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
  node.append(...children.flat().filter(Boolean).map(asNode));
  return node;
}

// A sentence of a day or an instant, as format.js makes it, keeps its date for machines.
function asNode(child) {
  return child.datetime ? element('time', { datetime: child.datetime, title: child.title }, child.text) : child;
}

export function icon(name) {
  const [svg, use] = ['svg', 'use'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  use.setAttribute('href', `#${name}`);
  svg.setAttribute('aria-hidden', true);
  if (/back|next|out|truck/.test(name)) svg.classList.add('points');
  svg.append(use);
  return svg;
}

/** Text that others wrote, in a direction of its own. */
export const isolated = (text) => element('bdi', null, text);
export const heading = (text) => element('h1', { tabindex: -1 }, text);
export const badge = ({ tone, sign, word }) => element('span.state', { 'data-tone': tone }, icon(sign), word);

/** A view whose heading has the way back before it, or is unseen where the messenger's bar says the same. */
export function placed([title, ...rest], isInside) {
  const hasTitle = title.localName === 'h1';
  if (!isInside && hasTitle) title.classList.add('unseen');
  if (!isInside) return [title, ...rest];
  const back = button('back', { 'data-do': 'back' }, icon('back'), words.views.account);
  return hasTitle ? [element('div.inside-of', null, back, title), ...rest] : [back, title, ...rest];
}

export function button(look, action, ...content) {
  return element(`button.${look}`, { type: 'button', ...action }, ...content);
}

function outward(url, text, look) {
  return element(`a.${look}`, { href: url, target: '_blank', rel: 'noopener noreferrer' },
    text, icon('out'), element('span.unseen', null, ` ${words?.page.newTab ?? ''}`));
}

/** A link to another website, or null where the address is neither https nor on an origin of the site's own. */
export function link(url, text, look = 'link') {
  const origin = /^https?:\/\/[^/]+/.exec(url)?.[0];
  return origin?.startsWith('https:') || siteOrigins.includes(origin) ? outward(url, text, look) : null;
}

/** Parts of a line with a dot between them; what is not there is left out. */
export const dotted = (...parts) =>
  parts.flat().filter(Boolean).flatMap((part, n) => (n > 0 ? [' · ', part] : [part]));

/** What needs the customer, and the one way to help: an address, or else its view. */
export function needCard({ tone, sign, title, line, about, url, label }, view) {
  const { see, show: other } = words.attention;
  const inside = view && button('button', { 'data-open': view }, see[view] ?? other);
  return element('li.card.tight.tinted', { 'data-tone': tone },
    element('strong.answer', null, icon(sign), title),
    (line || about) && element('p', null, dotted(line, about && isolated(about))),
    link(url, label, 'button') ?? inside);
}

/** Who can help with a section that this person may not see. */
export const askWords = (view, { askWho }) => say(askWho ? words.hidden[view] : words.hidden.unknown, { who: askWho });
export const hiddenCard = (view, part) =>
  element('p.card.answer', null, icon('person'), ' ', askWords(view, part));

/** Four steps, of which those up to the parcel's own are past, and where there is room for it their names. */
export function track({ step, word, tone }, names = []) {
  if (step === undefined) return null;
  const label = say(words.orders.step, { step: step + 1, total: 4, word });
  return element('span.track', { role: 'img', 'aria-label': label, 'data-tone': tone },
    element('span', null, [0, 1, 2, 3].map((n) => element(n > step ? 'i' : 'i.past'))),
    names.length > 0 && element('span', null,
      names.map((name, n) => element(n === step ? 'strong' : 'span', null, name))));
}

/**
 * A quiet button that unfolds why to ask about this, or null where the website takes no questions. Kind, number and
 * reason are all that it is told.
 */
export function askAbout(kind, ref, reasons) {
  if (desk.origin === null) return null;
  const fold = element('details.ask', null,
    element('summary.link', null, words.ask.about, element('span.unseen', null, ` ${ref}`), icon('next')));
  fold.addEventListener('toggle', () => {
    const unanswered = () => fold.replaceChildren(fold.firstChild, element('p', null, words.ask.failed));
    import('./ask.js').then(({ default: fill }) => fill(fold, kind, ref, reasons)).catch(unanswered);
  });
  return fold;
}

// Of each notice its icon, its action, and the last resort.
const notices = {
  standalone: ['chat', 'visit'],
  apart: ['chat', 'visit'],
  untold: ['alert', 'retry'],
  anonymous: ['person', 'signIn'],
  unverified: ['person', 'signIn'],
  empty: ['person', null, 'question'],
  mismatch: ['person', 'signIn', 'help'],
  offline: ['alert', 'retry'],
  refused: ['alert', 'retry', 'help'],
  busy: ['clock', 'retry', 'help'],
  unavailable: ['alert', 'retry', 'help'],
};
const emptyViews = { orders: 'box', billing: 'card', onboarding: 'check' };

/** A page that says one thing, by its name in the words, and what to do about it. */
export function makeNotice(name, view) {
  if (!words) return wordless();
  const [sign, action, help] = notices[name];
  const isEmpty = name === 'empty';
  const { title, text } = isEmpty ? words.empty[view] ?? words.empty.account : words.notices[name];
  return element('div.stack.notice', null,
    element('span.sign', null, icon((isEmpty && emptyViews[view]) || sign)),
    heading(say(title ?? words.signIn[view] ?? words.signIn.account)), element('p', null, say(text)),
    action && wayOn(action), help && element('p.small', null, words.notices[help]));
}

// Where no file of words can be loaded, the website's name is left to lead on.
function wordless() {
  return element('div.stack.notice', null,
    element('span.sign', null, icon('alert')), heading(siteName), outward(siteOrigins[0], siteName, 'button'));
}

function wayOn(action) {
  const text = say(words.actions[action]);
  if (action === 'retry') return button('button', { 'data-do': 'retry' }, text);
  return outward(action === 'signIn' ? signInUrl : siteOrigins[0], text, 'button');
}

/** How old an account is, a retry where the last refresh failed, and what to do if it is another person's. */
export function footer(account) {
  const foot = element('footer', null,
    element('span'),
    button('link', { 'data-do': 'retry' }, words.actions.retry),
    element('details', null,
      element('summary', null, words.page.notYou),
      element('p', null, say(words.page.notYouHow), ' ',
        outward(siteOrigins[0], say(words.actions.visit), 'link'))));
  showAge(account, foot);
  return foot;
}

export function showAge({ at, isStale }, foot = find('footer')) {
  if (foot === null) return; // the account is still being drawn
  const n = Math.floor((Date.now() - at) / 60_000);
  const age = n > 0 ? say(words.page.updated, { n }) : words.page.updatedNow;
  foot.firstChild.textContent = isStale ? say(words.page.stale, { age }) : age;
  foot.querySelector('button').hidden = !isStale;
}

/** Speaks these words from here on. */
export function speak(spoken) {
  useWords(spoken.words, spoken.locale);
  Object.assign(document.documentElement, { lang: words.lang, dir: words.dir });
}

/** Shows a phase. A refresh keeps what is open and focused; else the focus goes on to the new heading. */
export function show(phase, view, ...nodes) {
  const main = find('main');
  // What has been unfolded to ask about something comes back when that is unfolded again.
  const controls = () => [...main.querySelectorAll('a, button, details, summary, h1')]
    .filter((node) => !node.dataset.reason);
  const before = controls();
  const active = document.activeElement;
  const focused = before.indexOf(active?.dataset.reason ? active.closest('details').firstChild : active);
  const isRefresh = phase === 'account' && main.dataset.state === phase && main.dataset.view === view;
  Object.assign(main.dataset, { state: phase, view, drawn: isRefresh ? 'again' : 'first' });
  main.replaceChildren(...nodes.filter(Boolean));

  const after = controls();
  const title = main.querySelector('h1');
  if (isRefresh) keepOpen(before, after);
  else if (words) name(phase, words.views[view], title?.textContent);
  if (focused < 0) return;
  const same = isRefresh ? after[focused] : null;
  (same ?? title)?.focus();
}

// The window and the content are named as the view, or as what is told in its place; a screen reader hears the answer.
function name(phase, view, title) {
  document.title = ['waiting', 'loading', 'account'].includes(phase) ? view : title;
  find('main').ariaLabel = document.title;
  const answer = find('main .answer')?.textContent;
  announce(phase === 'account' ? [view, answer].filter(Boolean).join('. ') : title);
}

function keepOpen(before, after) {
  after.forEach((node, n) => {
    if (before[n]?.open) node.open = true;
  });
}

/** Counts down, in one of the words' actions, to the instant when a retry may be pressed, where there is one. */
export function countDown(until, action) {
  const retry = find('[data-do=retry]');
  if (retry === null) return;
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    retry.ariaDisabled = left > 0;
    retry.textContent = left > 0 ? say(words.actions[action], { seconds: left }) : words.actions.retry;
    if (!retry.isConnected) return;
    if (left > 0) setTimeout(tick, 1000);
    else announce(words.actions.retry);
  };
  tick();
  // A screen reader hears of it once, not every second.
  find('[role=status]').textContent += `. ${retry.textContent}`;
}
