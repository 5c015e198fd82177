export const show = ({ id }) => {
  if (Number.isSafeInteger(id)) document.querySelector('p').textContent = `Order of visitor ${id}`;
};
