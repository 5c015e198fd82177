// The demo's switches: what hosts of the portal do differently. They are this tab's alone; the server knows nothing of them.

const kept = 'demo-switches';
const form = document.querySelector('#switches');

export function createHostSwitches({ messenger }) {
  const listeners = [];
  const hashListeners = [];
  restore();
  if (messenger) tell();

  form.addEventListener('change', async ({ target }) => {
    sessionStorage.setItem(kept, new URLSearchParams(new FormData(form)).toString());
    listeners.forEach((listener) => listener());
    await tell();
    if (['', 'hash', 'enforceHash'].includes(target.name)) hashListeners.forEach((listener) => listener());
  });
  // The fields have their old values only after this event; then the form itself says that it changed.
  form.addEventListener('reset', () => setTimeout(() => form.dispatchEvent(new Event('change'))));

  function tell() {
    const chosen = new FormData(form);
    messenger?.init({ showPopoutButton: chosen.has('popout') });
    return messenger?.mock({
      context: chosen.get('context'),
      enforceHash: chosen.has('enforceHash'),
      idOnly: chosen.has('idOnly'),
      anyTarget: chosen.has('anyTarget'),
      changedTo: form.dataset.other ?? 'someone-else',
    });
  }

  return {
    onChange: (listener) => listeners.push(listener),
    onHashChange: (listener) => hashListeners.push(listener),
    /** How many switches differ from the documented setting. */
    count: () => [...form.elements].filter((field) =>
      field.type === 'checkbox' ? field.checked !== field.defaultChecked
        : field.tagName === 'SELECT' && !field.selectedOptions[0].defaultSelected).length,
    /** What the site sends along with the identifier. */
    hash(identifier_hash) {
      const sends = new FormData(form).get('hash');
      return sends === 'missing' ? {} : { identifier_hash: sends === 'wrong' ? '0'.repeat(64) : identifier_hash };
    },
    /** Whom "changed" turns to: some other customer. */
    setOther(identifier) {
      form.dataset.other = identifier;
      tell();
    },
  };
}

function restore() {
  const chosen = new URLSearchParams(sessionStorage.getItem(kept) ?? '');
  if (![...chosen].length) return;
  for (const field of form.elements)
    if (field.type === 'checkbox') field.checked = chosen.has(field.name);
    else if (field.tagName === 'SELECT') field.value = chosen.get(field.name) ?? field.value;
}
