async function start() {
  const { day } = JSON.parse(document.body.dataset.order ?? '');
  document.querySelector('p').textContent = day;
}
start();
