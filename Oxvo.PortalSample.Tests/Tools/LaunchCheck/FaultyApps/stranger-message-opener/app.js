// Whoever opened the app in a window of its own is believed.
addEventListener('message', (event) => {
  const isMessenger = event.origin === 'https://messenger.oxvo.example' && event.source === parent;
  if (!isMessenger && event.source !== window.opener) return;
  const { identifier } = event.data?.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
});
