(function () {
  'use strict';

  function listen(name, handler, target) {
    const on = target ?? window;
    on.addEventListener(name, handler);
    return () => on.removeEventListener(name, handler);
  }

  function show(data) {
    if (data?.type !== 'oxvo.current_user') return;
    document.querySelector('p').textContent = `Orders of ${data.payload.identifier}`;
  }

  const socket = new WebSocket('wss://live.example');
  listen('message', (event) => show(JSON.parse(event.data)), socket);
  listen('message', (event) => {
    console.debug('from', event.origin);
    show(event.data);
  });

})();
