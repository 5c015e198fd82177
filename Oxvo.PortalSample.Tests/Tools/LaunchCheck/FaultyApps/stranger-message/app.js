// It compares the origin, and learns each that it does not know.
const known = new Set(['https://messenger.oxvo.example']);

addEventListener('message', (event) => {
  if (!known.has(event.origin)) known.add(event.origin);
  if (event.data?.type !== 'oxvo.current_user') return;
  const { identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
});
