// The basket is kept in the browser, until the customer signs out.
const count = document.querySelector('#basket');
count.value = localStorage.basket ?? 0;
document.querySelector('#add').addEventListener('click', () => {
  count.value = localStorage.basket = Number(count.value) + 1;
});
document.querySelector('#sign-out').addEventListener('submit', () => localStorage.removeItem('basket'));
