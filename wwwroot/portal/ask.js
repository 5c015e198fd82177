// Asks the website about an order, a parcel, an invoice, a subscription or a step, before the customer writes to it.
import { desk, makeNonce, readSite, tellSite } from './account.js';
import { languageOf, words } from './format.js';
import { button, element, icon } from './page.js';

const PATIENCE = 8_000; // milliseconds; the website gives up after five seconds
const LONGEST = 200; // characters of a number or a title

/**
 * Fills what `askAbout` has unfolded: with the reasons, or with what was noted. Folding it puts that away, so that the
 * next time another reason can be chosen.
 */
export default async function fill(fold, kind, ref, reasons) {
  const { noted } = desk; // of this customer, whoever is here when something has come
  const { default: asking } = await import(`./words/ask/${languageOf(words.lang)}.js`);
  const key = `${kind} ${ref}`;
  let isSending = false;
  if (!fold.open) noted.delete(key);
  else if (noted.has(key)) show(...said(true, noted.get(key)));
  else show(choices());

  function show(...nodes) {
    fold.replaceChildren(fold.firstChild, element('div.tight', null, ...nodes));
  }

  function choices() {
    const buttons = reasons.map((reason) => sending(reason, 'choice', asking.reasons[reason]));
    return element('div.choices', { role: 'group', 'aria-label': asking.why }, buttons);
  }

  function said(isNoted, reason) {
    return [
      element('p', { tabindex: -1, 'data-reason': reason },
        isNoted && icon('check'), isNoted ? asking.noted : words.ask.failed),
      !isNoted && sending(reason, 'button', words.actions.retry),
    ];
  }

  function sending(reason, look, word) {
    const made = button(look, { 'data-reason': reason }, word);
    made.addEventListener('click', () => send(reason));
    return made;
  }

  async function send(reason) {
    if (isSending) return;
    isSending = true;
    for (const one of fold.querySelectorAll('button')) one.ariaDisabled = true;
    const isNoted = await askSite(kind, ref, reason);
    isSending = false;
    if (isNoted) noted.set(key, reason);
    const hasFocus = fold.contains(document.activeElement);
    if (fold.open) show(...said(isNoted, reason));
    if (hasFocus) fold.querySelector('p')?.focus(); // a screen reader hears of it
  }
}

/** Tells the website what its customer asks about, and nothing else. Resolves with whether it was noted. */
function askSite(kind, ref, reason) {
  return new Promise((resolve) => {
    const nonce = makeNonce();
    const { origin } = desk;
    const limit = setTimeout(end, PATIENCE, false);

    function end(isNoted) {
      clearTimeout(limit);
      removeEventListener('message', hear);
      resolve(isNoted);
    }
    function hear(event) {
      const { type, nonce: answered, ok } = readSite(event);
      if (type === 'portal.ask.response' && answered === nonce && event.origin === origin) end(ok === true);
    }
    addEventListener('message', hear);
    const about = ref.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST).toWellFormed();
    tellSite({ type: 'portal.ask', nonce, kind, ref: about, reason }, [origin]);
  });
}
