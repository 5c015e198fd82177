import { createCustomerSession } from './customer-session.js';
import { startDemoBar } from './demo-bar.js';
import { createHostSwitches } from './host-switches.js';
import { createMessageLog } from './message-log.js';
import { startPortalSession } from './portal-session.js';
import { createStatusSwitches } from './status-switches.js';

const { portalOrigin } = document.documentElement.dataset;
const messenger = window.oxvo; // undefined where the messenger could not be loaded: the shop works without it

const log = createMessageLog();
const session = createCustomerSession();
const switches = createHostSwitches({ messenger });
createStatusSwitches({ messenger });
const portal = startPortalSession({
  portalOrigins: [portalOrigin],
  requestToken: (signal) => fetch('/portal-token', { method: 'POST', signal }),
  // For whoever answers the customer's message. Without the messenger this throws, and the customer reads that it was
  // not noted.
  onAsk: ({ kind, ref, reason }) =>
    messenger.setConversationAttributes({ asked_about: `${kind} ${ref}`, asked_because: reason }),
  observe: log.portalMessage,
});

session.onChange(async (customer, previous) => {
  showHeader(customer);
  // First what belongs to the last customer goes, then the next one comes.
  if (previous && previous.identifier !== customer?.identifier) portal.signedOut();
  if (!customer) return messenger?.reset();
  const { identifier, name, email, identifier_hash } = customer;
  await messenger?.identify(identifier, { name, email, ...switches.hash(identifier_hash) });
  portal.signedIn();
});
// The identity is given again with what the switch says about its hash.
switches.onHashChange(async () => {
  const { customer } = session;
  if (customer) await messenger?.identify(customer.identifier, { name: customer.name, email: customer.email, ...switches.hash(customer.identifier_hash) });
});

const demo = startDemoBar({ session, switches, messenger });
document.querySelector('#sign-out').addEventListener('click', () => session.signOut());
begin();

/**
 * /?as=IDENTIFIER&open=APP begins a demo at that point; a real site must never sign in by a link. The address is
 * cleaned, so that a reload keeps what was done since.
 */
async function begin() {
  const query = new URLSearchParams(location.search);
  if (location.search) history.replaceState(null, '', location.pathname);
  const as = query.get('as');
  try {
    if (as === null) await session.refresh();
    else if (!(await session.signIn(as))) demo.say(`There is no customer "${as}".`);
    if (as !== null && !session.customer) await session.refresh();
  } catch {
    demo.say('Acme’s server does not answer.');
  }
  showHeader(session.customer);
  if (query.has('open')) messenger?.open({ app: query.get('open') });
}

function showHeader(customer) {
  document.querySelector('#signed-in').hidden = !customer;
  document.querySelector('#sign-in').hidden = Boolean(customer);
  document.querySelector('#who').textContent = customer?.name ?? customer?.identifier ?? '';
}
