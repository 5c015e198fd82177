// Stands in for every library that a row imports from.
const listen = window.listen;
const theWindow = window;
export const useEventListener = window.useEventListener;
export const event = (type, target, handler) => listen(target, type, handler);
export const name = 'message';
export const isTrusted = (origin) => origin === window.ORIGIN;
export { theWindow as window };
export default () => ({ on() {} });
