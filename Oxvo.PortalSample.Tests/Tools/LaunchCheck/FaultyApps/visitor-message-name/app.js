addEventListener('message', (event) => {
  if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
  if (event.data?.source !== 'oxvo-app' || event.data.type !== 'oxvo.currentUser') return;
  document.querySelector('p').textContent = `Orders of ${event.data.payload.identifier}`;
});
