const dialog = document.querySelector('#ask');
const part = (id) => dialog.querySelector(id);
let answer = () => {};

/** Resolves to whether the person wants it gone. Escape is no. The focus goes back to where it was. */
export function askToDelete(app, usedOn) {
  answer(false);
  part('#ask-title').textContent = `Delete “${app.title}”?`;
  part('#ask-line').textContent = usedOn.length
    ? `It is on ${usedOn.join(' and ')}, and leaves ${usedOn.length === 1 ? 'that home screen' : 'both home screens'} at once. This cannot be undone.`
    : 'It is on no widget. This cannot be undone.';
  dialog.showModal();
  return new Promise((answered) => { answer = answered; });
}

part('#ask-no').addEventListener('click', () => dialog.close());
part('#ask-yes').addEventListener('click', () => {
  answer(true);
  dialog.close();
});
// The close of one question can be told when the next one is open already.
dialog.addEventListener('close', () => { if (!dialog.open) answer(false); });
