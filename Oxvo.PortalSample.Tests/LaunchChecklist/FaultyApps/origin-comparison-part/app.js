function hear({ data, origin }) {
  if (origin.indexOf('oxvo.example') === -1) return;
  document.title = data.payload.identifier;
}
window.addEventListener('message', hear);
