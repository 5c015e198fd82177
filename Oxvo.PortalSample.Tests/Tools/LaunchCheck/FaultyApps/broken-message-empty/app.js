addEventListener('message', (event) => {
  if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
  if (event.data?.type !== 'oxvo.current_user') return;
  const { id, identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
  else if (typeof id !== 'number') document.body.replaceChildren();
});
