// The bar marked "Demo". It belongs neither to the shop nor to the pattern: it plays the visitor's and the host's part.

const bar = document.querySelector('#demo');
const menu = document.querySelector('#customers');
const others = menu.querySelector('details');
const choose = document.querySelector('#choose');
const switchCount = document.querySelector('#switch-count');
const said = document.querySelector('#demo-said');

export function startDemoBar({ session, switches, messenger }) {
  let customers = [], isOpen = false;

  function show() {
    const { customer } = session;
    const name = customer && (customer.name ?? customer.identifier);
    const story = customers.find((one) => one.identifier === customer?.identifier)?.story;
    document.querySelector('#demo-who').textContent = name ?? 'Nobody';
    document.querySelector('#demo-story').textContent = customer ? story ?? '' : 'an anonymous visitor';
    document.querySelector('#demo-next').textContent = nextFor(name, isOpen);
    for (const button of menu.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String((button.dataset.identifier ?? null) === (customer?.identifier ?? null)));
    const count = switches.count();
    switchCount.textContent = count ? `${count} changed` : 'as documented';
    switchCount.toggleAttribute('data-changed', count > 0);
  }

  function say(words) {
    said.textContent = words;
  }

  async function list() {
    customers = await (await fetch('/demo/customers')).json();
    for (const one of customers) menu.querySelector(`ul[aria-labelledby=${one.group}]`).append(item(one));
    show();
    other();
  }

  function item({ identifier, name, story }) {
    const entry = document.createElement('li');
    const button = document.createElement('button');
    const who = document.createElement('b');
    const line = document.createElement('span');
    button.type = 'button';
    button.dataset.identifier = identifier;
    who.textContent = name;
    line.textContent = story;
    button.append(who, line);
    entry.append(button);
    return entry;
  }

  const other = () => {
    const somebody = customers.find((one) => one.identifier !== session.customer?.identifier);
    if (somebody) switches.setOther(somebody.identifier);
  };

  menu.addEventListener('click', async ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    menu.hidePopover();
    const { identifier } = button.dataset;
    say('');
    if (identifier === undefined) await session.signOut();
    else if (!(await session.signIn(identifier))) say(`${identifier} is not in the database: reset the demo.`);
  });
  menu.addEventListener('toggle', ({ newState }) => {
    choose.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState !== 'open') return;
    const chosen = menu.querySelector('[aria-pressed=true]');
    if (others.contains(chosen)) others.open = true;
    // Who has gone on by keys before this event came is not taken back.
    if (!menu.contains(document.activeElement)) chosen?.focus();
  });

  for (const opener of bar.querySelectorAll('[aria-controls][data-opens]')) opener.addEventListener('click', () => open(opener));
  document.querySelector('#fold').addEventListener('click', ({ currentTarget }) => {
    const isFolded = bar.toggleAttribute('data-folded');
    currentTarget.setAttribute('aria-expanded', String(!isFolded));
    open(null);
  });
  document.querySelector('#end-session').addEventListener('click', async () => {
    if (!session.customer) return say('Nobody is signed in.');
    if (!(await session.endUnnoticed())) return;
    say('The session has ended. The page and the chat do not know it yet.');
    await messenger?.mock({ reopen: true }); // as a visitor would who comes back to the app
  });
  document.querySelector('#reset').addEventListener('click', async ({ currentTarget }) => {
    currentTarget.disabled = true;
    const response = await fetch('/demo/reset', { method: 'POST' }).catch(() => null);
    currentTarget.disabled = false;
    say(response?.ok ? 'The demo data is as new.' : 'The demo data could not be reset. Is the database in use?');
    if (response?.ok) await messenger?.mock({ reopen: true });
  });
  for (const event of ['opened', 'closed'])
    window.addEventListener(`oxvo:${event}`, () => {
      isOpen = event === 'opened';
      show();
    });
  session.onChange(() => { show(); other(); });
  switches.onChange(show);
  list().catch(() => say('The customers could not be loaded.'));
  return { say };
}

/** What to do next, for who sees the demo for the first time. */
function nextFor(name, isOpen) {
  if (!name) return 'Choose a customer, then open the chat at the bottom right.';
  if (!isOpen) return `Now open the chat at the bottom right, as ${name} would.`;
  return `This is what ${name} sees. Choose another customer, or let something go wrong under Host.`;
}

/** One panel at a time; the same button closes it. */
function open(opener) {
  for (const each of bar.querySelectorAll('[data-opens]')) {
    const panel = document.querySelector(`#${each.getAttribute('aria-controls')}`);
    const isOpen = each === opener && panel.hidden;
    panel.hidden = !isOpen;
    panel.dispatchEvent(new Event('shown'));
    each.setAttribute('aria-expanded', String(isOpen));
  }
}
