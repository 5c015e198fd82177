async function start() {
  await fetch('/words.json').then((answer) => answer.json()).catch(() => {});
  await new Promise((done) => setTimeout(done, 500));
  addEventListener('message', (event) => {
    if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
    const { identifier } = event.data?.payload ?? {};
    if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
  });
}
start();
