// What every view is made of.
import { siteOrigins, signInUrl } from './portal-config.js';
import { actions, notices, orders, page, views } from './strings.js';

export const main = document.querySelector('main');
export const skeleton = main.firstElementChild;
skeleton.firstElementChild.textContent = page.loading;
const status = document.querySelector('[role=status]');
main.ariaLabel = views.account;

/** Makes an element. Data comes in as text, never as markup. */
export function el(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
  node.append(...children.flat().filter(Boolean).map(written));
  return node;
}

const written = (child) => (child.datetime ? el('time', { datetime: child.datetime, title: child.title }, child.text) : child);

export function icon(name) {
  const [svg, use] = ['svg', 'use'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  use.setAttribute('href', `#${name}`);
  svg.setAttribute('aria-hidden', true);
  svg.append(use);
  return svg;
}

/** Text that others wrote, in a direction of its own. */
export const own = (text) => el('bdi', null, text);
export const heading = (text) => el('h1', { tabindex: -1 }, text);
export const state = ({ tone, sign, word }) => el('span.state', { 'data-tone': tone }, icon(sign), word);
export const button = (look, action, ...content) => el(`button.${look}`, { type: 'button', ...action }, ...content);
export const back = () => button('back', { 'data-do': 'back' }, icon('back'), page.back);

const outward = (url, text, look) => el(`a.${look}`, { href: url, target: '_blank', rel: 'noopener noreferrer' },
  text, icon('out'), el('span.unseen', null, ` ${page.newTab}`));
export const link = (url, text, look = 'link') => (/^https:\/\//.test(url) ? outward(url, text, look) : null);

export function notice(name, view) {
  const [sign, title, text, action, help] = notices[name](view);
  return el('div.stack.notice', null, el('span.sign', null, icon(sign)), heading(title), el('p', null, text),
    action === 'retry' ? button('button', { 'data-do': action }, actions.retry)
      : outward(action === 'signIn' ? signInUrl : siteOrigins[0], actions[action], 'button'),
    help && el('p.small', null, help));
}

/** A refresh keeps what is open and focused; else the focus goes on to the new heading. */
export function show(next, view, ...nodes) {
  const controls = () => [...main.querySelectorAll('a, button, details, summary, h1')];
  const before = controls();
  const focus = before.indexOf(document.activeElement);
  const refresh = next === 'account' && main.dataset.state === next && main.dataset.view === view;
  Object.assign(main.dataset, { state: next, view });
  main.replaceChildren(...nodes.filter(Boolean));

  const after = controls();
  const title = main.querySelector('h1');
  if (refresh) after.forEach((node, n) => { if (before[n]?.open) node.open = true; });
  else status.textContent = next === 'account' ? views[view] : title.textContent;
  if (focus >= 0) ((refresh && after[focus]) || title).focus();
}

// A screen reader hears of it once, not every second.
export function countDown(until) {
  const retry = main.querySelector('[data-do=retry]');
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    retry.ariaDisabled = left > 0;
    retry.textContent = left > 0 ? actions.retryIn(left) : actions.retry;
    if (!retry.isConnected) return;
    if (left > 0) setTimeout(tick, 1000);
    else status.textContent = actions.retry;
  };
  tick();
  status.textContent += `. ${retry.textContent}`;
}

export function footer(shown) {
  const foot = el('footer', null, el('span'), button('link', { 'data-do': 'retry' }, actions.retry), el('details', null,
    el('summary', null, page.notYou), el('p', null, page.notYouHow, ' ', outward(siteOrigins[0], actions.visit, 'link'))));
  age(shown, foot);
  return foot;
}

export function age({ at: since, stale }, foot = main.querySelector('footer')) {
  const text = page.updated(Math.floor((Date.now() - since) / 60_000));
  foot.firstChild.textContent = stale ? page.stale(text) : text;
  foot.querySelector('button').hidden = !stale;
}

export const track = ({ step, word }, names = []) => step !== undefined && el('span.track',
  { role: 'img', 'aria-label': orders.step(step + 1, word) },
  [0, 1, 2, 3].map((n) => el(n > step ? 'i' : 'i.past', null, names[n] && el('span', null, names[n]))));
