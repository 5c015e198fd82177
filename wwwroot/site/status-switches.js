// The demo's switch for the mock status providers: what they play, for this tab alone. The messenger's server takes it with each question.

const kept = 'demo-status';
const form = document.querySelector('#status-switches');
const shown = document.querySelector('#status-now');
const longest = 12 * 60 * 60 * 1000; // a scenario that plays has long ended, and starts again

export function createStatusSwitches({ messenger }) {
  restore();
  tell();

  form.addEventListener('change', () => {
    form.dataset.since = Date.now();
    tell();
  });
  // The button is the same choice once more, which only a select that changes would tell.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.dispatchEvent(new Event('change'));
  });

  function tell() {
    const scenario = form.elements.statusScenario;
    const chosen = { statusScenario: scenario.value, statusPage: form.elements.statusPage.value, statusSince: Number(form.dataset.since) };
    shown.textContent = scenario.selectedOptions[0].textContent;
    shown.toggleAttribute('data-changed', !scenario.selectedOptions[0].defaultSelected);
    write(chosen);
    messenger?.mock(chosen);
  }
}

function restore() {
  const chosen = read();
  for (const name of ['statusScenario', 'statusPage']) {
    const field = form.elements[name];
    if ([...field.options].some(({ value }) => value === chosen[name])) field.value = chosen[name];
  }
  const { statusSince: since } = chosen;
  form.dataset.since = since <= Date.now() && since > Date.now() - longest ? since : Date.now();
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(kept)) ?? {};
  } catch {
    return {};
  }
}

const write = (chosen) => sessionStorage.setItem(kept, JSON.stringify(chosen));
