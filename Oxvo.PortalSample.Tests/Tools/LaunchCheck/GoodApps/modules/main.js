import { claimIn } from './hear.js';

function hear(event) {
  const claim = claimIn(event);
  if (claim) import('./order.js').then(({ show }) => show(claim));
}

addEventListener('message', hear);
