export function hear(event) {
  if (event.source !== window.parent) return;
  document.title = event.data.payload.identifier;
}
