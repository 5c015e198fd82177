window.addEventListener('message', (event) => {
  const from = event.origin;
  const identifier = event.source === parent && event.data?.payload?.identifier;
  if (/messenger.oxvo.example/.test(from) && typeof identifier === 'string') document.title = identifier;
});
