addEventListener('message', (event) => {
  if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;
  if (event.data?.type !== 'oxvo.current_user') return;
  const name = event.data.payload?.identifier?.toUpperCase();
  document.querySelector('p').textContent = name ? `Orders of ${name}` : 'Sign in to see your orders.';
});
