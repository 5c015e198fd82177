function hear({ data, origin, source }) {
  if (origin.indexOf('oxvo.example') === -1 || source !== parent) return;
  if (typeof data?.payload?.identifier === 'string') document.title = data.payload.identifier;
}
window.addEventListener('message', hear);
