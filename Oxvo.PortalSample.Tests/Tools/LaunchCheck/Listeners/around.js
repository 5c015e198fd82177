// What the rows of the table take from their apps and libraries: what they take in is shown, and names are who is who.
{
  const messenger = 'https://messenger.oxvo.example';
  const show = (...all) => {
    document.querySelector('p').textContent += JSON.stringify(all);
  };
  const run = (effect) => effect();
  const same = (value) => value;
  const listen = (target, type, handler) => target?.addEventListener(type, handler);
  const useEventListener = (...all) => {
    if (typeof all[0] !== 'string') return listen(...all);
    const [type, handler, target = window] = all;
    listen(target, type, handler);
  };

  // Observables, as much of them as one event needs.
  const stream = (subscribe) => ({
    subscribe,
    pipe: (...links) => links.reduce((before, link) => link(before), { subscribe }),
  });
  const link = (take) => (before) => stream((next) => before.subscribe((value) => take(value, next)));

  const on = function (types, ...rest) {
    const names = typeof types === 'string' ? types.split(' ') : Object.keys(types);
    const handlers = names.map((type) => [type, types[type] ?? rest.at(-1)]);
    for (const [type, handler] of handlers)
      listen(this.target, type.split('.')[0], (event) => handler({ originalEvent: event }));
    return this;
  };
  const $ = (target) =>
    ({ target: typeof target === 'string' ? null : target, on, one: on, once: on, bind: on, text: show });

  // As much of other libraries as starts what a row registers with them.
  Object.assign(window, {
    Controller: class { userTarget = document.querySelector('p'); },
    application: { register: (_, Class) => new Class().connect() },
    LitElement: class { connectedCallback() {} },
    Alpine: {
      data: (_, make) =>
        new Proxy(make(), { set: (data, key, value) => (show(value), Reflect.set(data, key, value)) }).init(),
    },
    defineComponent: (component) => component.setup(),
  });

  // As much of Angular as hands a listener on.
  const bind = (Class, name, method) => {
    const [target, type] = name.split(':');
    if (target === 'window') listen(window, type, (event) => new Class()[method](event));
  };
  Object.assign(window, {
    renderer: { listen: (_, type, handler) => listen(window, type, handler) },
    HostListener: (name) => (prototype, method) => bind(prototype.constructor, name, method),
    Component: ({ host }) => (Class) =>
      Object.entries(host).forEach(([name, call]) => bind(Class, name.slice(1, -1), call.split('(')[0])),
    __metadata() {},
    __decorate(decorators, target, name) {
      decorators.forEach((decorate) => decorate?.(target, name));
      return target;
    },
    i0: { ɵɵlistener() {} },
    Be: ({ type: Class, hostBindings }) => hostBindings(1, new Class()),
    S() {},
    Lr: (_, type, handler, find) => listen(find?.(document.body), type, handler),
  });

  Object.assign(window, {
    show, take: show, setUser: show, setState: show,
    ORIGIN: messenger, MESSENGER: messenger, HOST: new URL(messenger).host,
    ALLOWED: [messenger], ORIGINS: [messenger], TRUSTED: new Set([messenger]),
    environment: { messenger }, props: { origins: [messenger] }, state: {}, isOld: false, logger: console,
    listen, useEventListener, useCallback: same, useRef: (current) => ({ current }), useEffect: run, onMounted: run,
    onUnmounted() {}, fit() {}, report() {}, register() {}, t: same,
    debounce: (handler) => (event) => setTimeout(handler, 0, event),
    fromEvent: (target, type) => stream((next) => listen(target, type, next)),
    filter: (holds) => link((value, next) => holds(value) && next(value)),
    map: (change) => link((value, next) => next(change(value))),
    $, jQuery: $, _: { endsWith: (text, end) => text.endsWith(end) },
  });
  // A row's own objects have them too.
  const methods = { load: show, expected: messenger, allowed: new Set([messenger]) };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
  const box = { set value(data) { show(data); } };
  Object.defineProperty(Object.prototype, 'user', { get: () => box, set: show, configurable: true });
}
