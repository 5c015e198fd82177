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

  const origins = new Set(['https://messenger.oxvo.example', 'https://staging.oxvo.example']);
  const isListed = (event) => origins.has(event.origin);

  const guard = (handler) => (event) => {
    if (!isListed(event) || event.source !== window.parent) return;
    handler(event.data);
  };
  listen('message', guard(show));

})();
