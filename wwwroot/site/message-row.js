// A row of the message log, in Acme's demo bar and on the messenger's own page.

/** @param names what the parties A, B and C are called; any other is unknown. */
export function messageRow({ at, from, to, type, outcome, why, data }, names) {
  const row = document.createElement('tr');
  row.append(
    cell(clock.format(at)), cell(way(from, to, names)), cell(type, details(data)), cell(mark(outcome)), cell(why));
  return row;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 1,
});

function way(from, to, names) {
  const made = document.createElement('span');
  made.className = 'way';
  made.append(party(from, names), '→', party(to, names));
  return made;
}

function party(key, names) {
  const made = document.createElement('span');
  made.className = 'party';
  made.dataset.party = key;
  made.textContent = names[key] ?? 'Unknown';
  return made;
}

function mark(outcome) {
  const made = document.createElement('span');
  made.className = 'outcome';
  made.dataset.outcome = outcome;
  made.textContent = outcome;
  return made;
}

function details(data) {
  if (!data) return '';
  const made = document.createElement('details');
  const summary = document.createElement('summary');
  const text = document.createElement('pre');
  summary.textContent = 'Content';
  text.textContent = JSON.stringify(data, null, 2);
  made.append(summary, text);
  return made;
}

function cell(...content) {
  const made = document.createElement('td');
  made.append(...content);
  return made;
}
