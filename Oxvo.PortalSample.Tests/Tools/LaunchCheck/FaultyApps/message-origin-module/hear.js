export function hear(event) {
  if (event.source !== window.parent) return;
  const { identifier } = event.data?.payload ?? {};
  if (typeof identifier === 'string') document.title = identifier;
}
