import { announce, log } from './site-link.js';

const colours = ['Amber', 'Coral', 'Indigo', 'Jade', 'Maroon', 'Olive', 'Pearl', 'Russet', 'Sable', 'Teal'];
const animals = ['Badger', 'Curlew', 'Dormouse', 'Heron', 'Lynx', 'Marten', 'Otter', 'Plover', 'Stoat', 'Wren'];

/**
 * Who the messenger talks to. An anonymous visitor is a contact too, with a number of their own and a made-up name,
 * and stays the same one; an identified one has an identifier beside the number.
 */
export function createContact({ onChange }) {
  let visitor = readVisitor(), contact = visitor, about = {}, round = 0, settled = Promise.resolve();

  function become(next) {
    const isOther = next.id !== contact.id || next.identifier !== contact.identifier;
    contact = next;
    if (isOther) about = {};
    onChange(isOther);
    announce('on-contact', { id: contact.id, identifier: contact.identifier });
  }

  return {
    get current() { return contact; },
    /** Who an anonymous visitor is. */
    get visitor() { return visitor; },
    /** In a window of its own the messenger has other storage than in the panel, and the same visitor. */
    meet(one) {
      if (one.id === visitor.id) return;
      visitor = one;
      if (contact.identifier === null) become(visitor);
    },
    /** What the site has said about the conversation. */
    get about() { return about; },
    /** Resolves when nothing is being looked up, so that an app is never told a contact that is about to change. */
    settled: () => settled,
    /** Resolves with why the identifier was dropped: an empty object where it was taken, or another one came since. */
    identify(user, enforceHash) {
      const own = ++round;
      return settled = (async () => {
        const { hash, id } = await lookUp(user);
        if (own !== round) return {};
        const trouble = hash === 'missing' && !enforceHash ? '' : refusals[hash];
        log('A', 'B', 'identify', trouble ? 'ignored' : 'accepted', trouble || accepted[hash], shown(user));
        become(trouble ? visitor : { ...user, id });
        return trouble ? { trouble: `identify: ${trouble}`, isFault: !['missing', 'wrong'].includes(hash) } : {};
      })();
    },
    /** What the site adds by setAttributes or setConversationAttributes is for people in the inbox. */
    add(by, attributes) {
      const isContact = by === 'setAttributes';
      if (!isContact) about = { ...about, ...attributes };
      log('A', 'B', by, 'accepted', `About the ${isContact ? 'contact' : 'conversation'}.`, attributes);
      announce(isContact ? 'on-contact' : 'on-conversation', { attributes });
    },
    reset() {
      round++;
      log('A', 'B', 'reset', 'accepted', 'The site signed its customer out: the chat is an anonymous visitor’s again.');
      become(visitor);
    },
  };
}

const accepted = {
  right: 'identifier_hash is right: the site’s backend vouches for this identifier.',
  missing: 'No identifier_hash, and it is not enforced: anybody could have said this.',
};
const refusals = {
  wrong: 'identifier_hash is wrong: the identifier is dropped, the visitor stays anonymous.',
  missing: 'No identifier_hash, which is enforced: the identifier is dropped, the visitor stays anonymous.',
  unavailable: 'The messenger’s server did not answer: the visitor stays anonymous.',
  unusable: 'identifier must be text, as in identify(String(id), …): the visitor stays anonymous.',
};

async function lookUp({ identifier, identifier_hash }) {
  if (typeof identifier !== 'string' || identifier === '') return { hash: 'unusable' };
  const hash = identifier_hash === undefined || identifier_hash === null ? undefined : String(identifier_hash);
  try {
    const response = await fetch('/api/identify', {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ identifier, identifier_hash: hash }),
    });
    return response.ok ? await response.json() : { hash: 'unavailable' };
  } catch {
    return { hash: 'unavailable' };
  }
}

const shown = ({ identifier_hash: hash, ...user }) => ({
  ...user, identifier_hash: hash ? `${String(hash).slice(0, 8)}…` : undefined,
});

function readVisitor() {
  const [number, colour, animal] = crypto.getRandomValues(new Uint32Array(3));
  const made = { id: 900_000_000 + (number % 100_000_000), identifier: null,
    name: `${colours[colour % colours.length]} ${animals[animal % animals.length]}` };
  // Storage may be closed to a third party; then the visitor is the same one for as long as the page stands.
  try {
    const kept = JSON.parse(localStorage.getItem('visitor'));
    if (Number.isSafeInteger(kept?.id)) return { ...made, ...kept };
    localStorage.setItem('visitor', JSON.stringify(made));
  } catch { /* made is as good */ }
  return made;
}
