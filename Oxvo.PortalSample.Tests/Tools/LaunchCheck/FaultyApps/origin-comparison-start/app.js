addEventListener('message', (event) => {
  if (!event.origin.startsWith('https://messenger.oxvo.example') || event.source !== parent) return;
  const identifier = event.data?.payload?.identifier;
  if (typeof identifier === 'string') document.title = identifier;
});
