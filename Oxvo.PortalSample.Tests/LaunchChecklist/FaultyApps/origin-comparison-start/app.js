addEventListener('message', (event) => {
  if (!event.origin.startsWith('https://messenger.oxvo.example')) return;
  document.title = event.data.payload.identifier;
});
