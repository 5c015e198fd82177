/** An element with its content. Strings become text, never markup. */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((part) => part !== null && part !== undefined));
  return made;
}

/** Words of others: whatever direction they run in, the words around them keep theirs. */
export const foreign = (text) => element('bdi', '', text ?? '');

/**
 * A link to another website, in a new tab that cannot reach back. Only https, and the mock provider's pages on our own origin;
 * anything else is left as words. Null without an address.
 */
export function outside(address, className, ...content) {
  const target = readAddress(address);
  if (!target) return null;
  const link = element('a', className, ...content);
  link.href = target.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.dataset.key = target.href;
  return link;
}

/** Where a link leads, as a person reads it. */
export const hostOf = (address) => readAddress(address)?.host ?? '';

function readAddress(address) {
  try {
    const read = new URL(address);
    const isFit = (read.protocol === 'https:' || read.origin === location.origin) && !read.username && !read.password;
    return isFit ? read : null;
  } catch {
    return null;
  }
}
