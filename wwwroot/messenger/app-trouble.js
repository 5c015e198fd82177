import { element } from './element.js';
import { icon } from './icons.js';

const place = document.querySelector('#app-trouble');

const words = {
  blocked: { title: 'This can’t be shown in the chat', line: 'The browser does not show this page inside another one. It opens in a tab of its own.' },
  unreachable: { title: 'This can’t be reached', line: 'Its website does not answer right now. You can try once more, or open it by itself.' },
  offline: { title: 'You’re offline', line: 'This opens when the connection is back.' },
  slow: { title: 'This is taking long', line: 'It has not answered for ten seconds. You can try once more, or open it by itself.' },
};

/** In place of an app that the browser will not show, or that does not load: calm, with a way on. */
export function createTrouble({ onRetry }) {
  return {
    show({ made }, { kind, verdict }) {
      const isOffline = kind === 'unreachable' && !navigator.onLine;
      const { title, line } = words[isOffline ? 'offline' : kind];
      if (isOffline) window.addEventListener('online', onRetry, { once: true });
      const link = element('a', 'main', 'Open in a new tab', icon('out'));
      link.href = made.address;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      const retry = element('button', 'link', 'Try again');
      retry.type = 'button';
      retry.addEventListener('click', onRetry);
      place.replaceChildren(icon(kind === 'blocked' ? 'out' : 'unknown'), element('h2', '', title),
        element('p', '', line), ...(isOffline ? [] : [link]), retry,
        ...(kind === 'blocked' ? [reasons(verdict)] : []));
      place.hidden = false;
    },
    hide() {
      window.removeEventListener('online', onRetry);
      place.hidden = true;
      place.replaceChildren();
    },
  };
}

/** For whoever runs the app: which header it was, and the line that repairs it. */
function reasons({ findings }) {
  const list = element('ul', '', ...findings.filter(({ blocks }) => blocks).map(({ seen, why, repair }) =>
    element('li', '', element('code', '', seen), element('p', '', why), element('p', '', 'Repair: ', element('code', '', repair)))));
  return element('details', '', element('summary', '', 'For the people who run this app'), list);
}
