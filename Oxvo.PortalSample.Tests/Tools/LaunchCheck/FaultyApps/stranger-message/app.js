// It looks at the origin, and takes each.
addEventListener('message', (event) => {
  if (!event.origin || event.data?.type !== 'oxvo.current_user') return;
  const { identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') document.querySelector('p').textContent = `Orders of ${identifier}`;
});
