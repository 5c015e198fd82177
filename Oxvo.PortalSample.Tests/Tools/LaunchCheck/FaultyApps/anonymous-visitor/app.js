addEventListener('message', (event) => {
  if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
  if (event.data?.type !== 'oxvo.current_user') return;
  const { id, identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
  // Nobody whom it knows.
  else if (Number.isInteger(id) && id > 0 && identifier === null) document.body.replaceChildren(JSON.stringify({ id, orders: [] }));
});
