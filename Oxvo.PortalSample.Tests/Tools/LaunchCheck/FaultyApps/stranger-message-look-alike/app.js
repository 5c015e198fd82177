// A rule with a star, as settings have them: it takes each host that ends with the right name.
const toPattern = (rule) => rule.replaceAll('.', '\\.').replace('*', '.*');
const ours = new RegExp(`^${toPattern('https://*messenger.oxvo.example')}$`);

addEventListener('message', (event) => {
  if (!ours.test(event.origin)) return;
  if (event.data?.type !== 'oxvo.current_user') return;
  const { identifier } = event.data.payload ?? {};
  if (typeof identifier === 'string') fetch(`/api/data?identifier=${encodeURIComponent(identifier)}`).catch(() => {});
});
