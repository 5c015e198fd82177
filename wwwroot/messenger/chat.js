import { element, foreign } from './element.js';
import { announce, place, tellSite } from './site-link.js';

const answer = 'Thank you. This messenger is simulated, so nobody reads this; in the real one your team would answer '
  + 'here.';
const thread = document.querySelector('#thread');
const form = document.querySelector('#compose');
const text = document.querySelector('#text');
const agent = document.querySelector('#agent');

/** The conversation of one contact, kept for this tab: another contact never sees it. */
export function createChat({ contact, onMessage }) {
  let messages = [], key = '';

  function show() {
    key = `chat:${contact.current.id}:${contact.current.identifier ?? ''}`;
    messages = read(key);
    thread.replaceChildren(...messages.map(bubble));
    const { name } = contact.current;
    document.querySelector('#chat-as').textContent = name ? `You are chatting as ${name}` : '';
    showAbout();
    onMessage(messages.length > 0);
    toEnd();
  }

  /** What the site has said about the conversation: a customer of a real messenger does not see it. */
  function showAbout() {
    const facts = Object.entries(contact.about);
    agent.hidden = facts.length === 0;
    agent.querySelector('dl').replaceChildren(...facts.flatMap(([name, value]) =>
      [element('dt', '', foreign(name)), element('dd', '', foreign(String(value)))]));
  }

  function add(message, to = key) {
    const all = [...read(to), message];
    write(to, all);
    handOver(to);
    if (to !== key) return;
    if (all.length === 1) announce('on-start-conversation', {});
    announce('on-message', { content: message.text });
    messages = all;
    thread.querySelector('.typing')?.remove();
    thread.append(bubble(message));
    onMessage(true);
    toEnd();
  }

  /** To this messenger's other window, where there is one: the panel's popout, or the panel. */
  function handOver(of = key) {
    tellSite({ type: 'thread', of, visitor: contact.visitor, messages: read(of) });
  }

  /** What was written in the other window. */
  function take({ of, messages: all }) {
    if (all.length <= read(of).length) return;
    write(of, all);
    if (of === key) show();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!text.value.trim()) return;
    const of = key;
    add({ mine: true, text: text.value.trim() });
    text.value = '';
    thread.append(typing());
    toEnd();
    setTimeout(() => add({ mine: false, text: answer }, of), 900);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return { show, showAbout, handOver, take };
}

function bubble({ mine, text: words }) {
  const item = document.createElement('li');
  const who = document.createElement('span');
  who.className = 'visually-hidden';
  who.textContent = mine ? 'You: ' : 'Reply: ';
  item.className = mine ? 'mine' : '';
  item.dir = 'auto';
  item.append(who, words);
  return item;
}

function typing() {
  const item = document.createElement('li');
  item.className = 'typing';
  item.textContent = 'Writing…';
  return item;
}

function toEnd() {
  const scroll = document.querySelector('#thread-scroll');
  scroll.scrollTop = scroll.scrollHeight;
}

const kept = new Map();

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? kept.get(key) ?? [];
  } catch {
    return kept.get(key) ?? [];
  }
}

function write(key, messages) {
  kept.set(key, messages);
  if (place === 'popout') return; // it is the panel's, whose tab keeps it
  try {
    sessionStorage.setItem(key, JSON.stringify(messages));
  } catch { /* storage is closed to a third party: the thread lives as long as the page */ }
}
