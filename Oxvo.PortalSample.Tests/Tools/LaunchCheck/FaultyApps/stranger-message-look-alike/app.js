addEventListener('message', (event) => {
  if (event.origin === 'null' || !new URL(event.origin).hostname.endsWith('messenger.oxvo.example')) return;
  if (event.data?.type !== 'oxvo.current_user') return;
  const { identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') fetch(`/api/data?identifier=${encodeURIComponent(identifier)}`).catch(() => {});
});
