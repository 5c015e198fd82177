import { createCustomerSession } from './customer-session.js';

const form = document.querySelector('#choose-customer');
const list = document.querySelector('#choices');
const said = document.querySelector('#said');
const session = createCustomerSession();

// Who came by a link to a page of their account goes on there: only a path of this website, never another address.
const to = new URLSearchParams(location.search).get('to') ?? '';
if (/^\/[a-z]/.test(to)) {
  const onward = document.querySelector('#done a');
  onward.href = to;
  onward.textContent = 'Go on';
}

session.onChange(show);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const identifier = new FormData(form).get('customer');
  said.textContent = identifier === null ? 'Choose a customer first.' : '';
  if (identifier !== null && !(await session.signIn(identifier).catch(() => false)))
    said.textContent = 'That did not work. Please try again.';
});
document.querySelector('#someone-else').addEventListener('click', () => {
  show(null);
  list.querySelector('input:checked, input')?.focus();
});
begin().catch(() => { said.textContent = 'The customers could not be loaded. Reload the page to try again.'; });

async function begin() {
  const customers = await (await fetch('/demo/customers')).json();
  list.append(...customers.map(choice));
  await session.refresh();
}

function show(customer) {
  form.hidden = Boolean(customer);
  document.querySelector('#done').hidden = !customer;
  if (!customer) return;
  document.querySelector('#name').textContent = customer.name ?? customer.identifier;
  document.querySelector('#done h1').focus();
}

function choice({ identifier, name, story }) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  const words = document.createElement('span');
  const who = document.createElement('b');
  input.type = 'radio';
  input.name = 'customer';
  input.value = identifier;
  who.textContent = name;
  words.append(who, document.createElement('br'), story);
  label.append(input, words);
  return label;
}
