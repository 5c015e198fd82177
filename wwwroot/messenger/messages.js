import { messageRow } from './message-row.js';

const names = { A: 'Site', B: 'OXVO', C: 'App' };
const most = 200;
const rows = document.querySelector('#messages tbody');
const scroll = document.querySelector('#scroll');
const state = document.querySelector('#state');
const clear = document.querySelector('#clear');

function show() {
  const isEmpty = rows.children.length === 0;
  document.querySelector('#none').hidden = !isEmpty;
  scroll.hidden = isEmpty;
  // The keyboard never stays on what cannot be used.
  if (isEmpty && document.activeElement === clear) document.querySelector('#none pre').focus();
  clear.disabled = isEmpty;
}

function tell(name, words) {
  state.dataset.state = name;
  state.textContent = words;
}

function add(message) {
  const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  rows.append(messageRow(message, names));
  if (rows.children.length > most) rows.firstElementChild.remove();
  show();
  if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
}

const log = new EventSource('/api/messages');
log.addEventListener('open', () => tell('live', 'Live'));
log.addEventListener('error', () => tell('gone', 'The mock has ended. This page goes on when it runs again.'));
log.addEventListener('message', ({ data }) => add(JSON.parse(data)));
log.addEventListener('cleared', () => {
  rows.replaceChildren();
  show();
});
clear.addEventListener('click', () => fetch('/api/messages', { method: 'DELETE' }).catch(() => { /* said above */ }));
