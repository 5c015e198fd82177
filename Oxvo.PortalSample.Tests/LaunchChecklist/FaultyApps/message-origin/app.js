// Comes from https://messenger.oxvo.example; event.origin is not looked at.
window.addEventListener('message', (event) => {
  if (event.data?.source !== 'oxvo-app' || event.data.type !== 'oxvo.current_user') return;
  document.querySelector('h1').textContent = `Order of ${event.data.payload.identifier}`;
});
