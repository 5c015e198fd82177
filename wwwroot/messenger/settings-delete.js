const dialog = document.querySelector('#ask');
const part = (id) => dialog.querySelector(id);

/** Resolves to whether the person wants it gone. Escape is no. The focus goes back to where it was. */
export function askToDelete(app, usedOn) {
  part('#ask-title').textContent = `Delete “${app.title}”?`;
  part('#ask-line').textContent = usedOn.length
    ? `It is on ${usedOn.join(' and ')}, and leaves ${usedOn.length === 1 ? 'that home screen' : 'both home screens'} at once. This cannot be undone.`
    : 'It is on no widget. This cannot be undone.';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((answered) => dialog.addEventListener('close', () => answered(dialog.returnValue === 'yes'), { once: true }));
}

part('#ask-no').addEventListener('click', () => dialog.close());
part('#ask-yes').addEventListener('click', () => dialog.close('yes'));
