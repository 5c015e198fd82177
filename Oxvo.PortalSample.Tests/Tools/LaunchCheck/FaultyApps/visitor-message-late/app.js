// The messenger speaks at the load event of the frame, and this listens several answers of its server after it.
addEventListener('load', async () => {
  for (let n = 0; n < 8; n++) await fetch('/words.json').then((answer) => answer.json()).catch(() => {});
  addEventListener('message', (event) => {
    if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
    const { identifier } = event.data?.payload ?? {};
    if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
  });
});
