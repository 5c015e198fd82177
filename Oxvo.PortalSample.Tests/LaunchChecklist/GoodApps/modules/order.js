export const show = ({ id }) => document.querySelector('p').textContent = `Order of visitor ${id}`;
