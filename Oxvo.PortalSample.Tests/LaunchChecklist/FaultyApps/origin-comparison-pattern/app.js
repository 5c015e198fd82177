window.addEventListener('message', (event) => {
  const from = event.origin;
  if (/messenger.oxvo.example/.test(from)) document.title = event.data.payload.identifier;
});
