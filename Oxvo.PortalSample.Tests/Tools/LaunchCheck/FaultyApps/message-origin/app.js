// Comes from https://messenger.oxvo.example; event.origin is not looked at.
window.addEventListener('message', (event) => {
  if (event.source !== parent || event.data?.source !== 'oxvo-app' || event.data.type !== 'oxvo.current_user') return;
  const { identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('h1').textContent = `Order of ${identifier}`;
});
