(function () {
  'use strict';

  function listen(name, handler, target) {
    const on = window;
    on.addEventListener(name, handler);
    return () => on.removeEventListener(name, handler);
  }

  function show(data) {
    if (data?.type !== 'oxvo.current_user') return;
    document.querySelector('p').textContent = `Orders of ${data.payload.identifier}`;
  }

  const domain = '.oxvo.example';
  function endsRight(origin) {
    try {
      return new URL(origin).hostname.endsWith(domain);
    } catch {
      return false;
    }
  }

  class App {
    constructor() { listen('message', this.receive.bind(this)); }
    receive({ origin, data }) {
      if (!endsRight(origin)) return;
      this.user = data;
      show(data);
    }
  }
  new App();

})();
