import { log } from './site-link.js';

/**
 * What real messengers do differently, switched by oxvo.mock({…}) for this page alone:
 * context      on-load (as documented) · early · late · twice · never · changed
 * changedTo    the identifier that "changed" turns to
 * idOnly       a contact with its id alone: the identifier is left out
 * anyTarget    posts to '*', as a careless host would
 * enforceHash  an identifier without identifier_hash is dropped
 * A switch that changes opens the app in view again; {reopen: true} does so by itself.
 */
export const asDocumented = { context: 'on-load', changedTo: 'someone-else', idOnly: false, anyTarget: false, enforceHash: true };

const lateAfter = 6000, againAfter = 1000, changedAfter = 3000;

/** Tells one app frame who the visitor claims to be, in the way that the switches say. */
export function tellCurrentUser({ frame, address, contact, switches }) {
  const { origin } = new URL(address);
  const timers = [];
  let hasLoaded = false, hasEnded = false;

  function post(why, changes = {}) {
    const { id, identifier, name, email, phone_number } = contact.current;
    const payload = { id, identifier: switches.idOnly ? null : identifier, has_email: Boolean(email), has_name: Boolean(name),
      has_phone_number: Boolean(phone_number), ...changes };
    // Naming the origin means that no other page can ever read this, whatever the frame shows by then.
    frame.contentWindow?.postMessage({ source: 'oxvo-app', type: 'oxvo.current_user', payload }, switches.anyTarget ? '*' : origin);
    log('B', 'C', 'oxvo.current_user', 'sent', `${why}, to ${switches.anyTarget ? 'any origin (*)' : origin}. A claim, not yet proved.`, payload);
  }
  const after = (wait, action) => timers.push(setTimeout(action, wait));

  const loaded = {
    'on-load': () => post('On the app’s load'),
    late: () => after(lateAfter, () => post(`${lateAfter / 1000} s after the app’s load`)),
    twice() {
      post('On the app’s load');
      after(againAfter, () => post('The same a second time'));
    },
    changed() {
      post('On the app’s load');
      after(changedAfter, () => post('Now somebody else', { id: contact.current.id + 1, identifier: switches.changedTo }));
    },
    early() {},
    never() {},
  };

  if (switches.context === 'early') post('Before the app could listen');
  frame.addEventListener('load', async () => {
    await contact.settled();
    if (hasEnded) return;
    hasLoaded = true;
    (loaded[switches.context] ?? loaded['on-load'])();
  }, { once: true });

  return {
    /** The site signed somebody in or out while the app is open. */
    contactChanged() {
      if (!hasLoaded || switches.context === 'never' || switches.context === 'early') return;
      timers.splice(0).forEach(clearTimeout);
      if (switches.context === 'late') after(lateAfter, () => post(`${lateAfter / 1000} s after the contact changed`));
      else post('The contact changed');
    },
    end() {
      hasEnded = true;
      timers.forEach(clearTimeout);
    },
  };
}
