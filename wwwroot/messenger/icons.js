/** The messenger's own small set, 24 × 24, 1.5-pixel strokes. seed-data/apps.json names them. */
export const icons = {
  account: 'M12 12.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 19.5c.6-3 3.4-4.5 7-4.5s6.4 1.5 7 4.5',
  parcel: 'M4.5 8 12 4.25 19.5 8v8L12 19.75 4.5 16zM4.5 8 12 11.75 19.5 8M12 11.75v8M8.25 6.125l7.5 3.75',
  receipt: 'M6.5 4.5h11v15l-2.75-1.75L12 19.5l-2.75-1.75L6.5 19.5zM9.5 9h5M9.5 12.5h5',
  steps: 'm4.5 6.5 1.5 1.5 2.5-3M11.5 6.5h8M4.5 12.5l1.5 1.5 2.5-3M11.5 12.5h8M5 18.5h3M11.5 18.5h8',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  go: 'm9.5 6 6 6-6 6',
};

/** Drawn by the DOM, not by markup: nothing here ever becomes HTML. */
export function icon(name, className = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  path.setAttribute('d', Object.hasOwn(icons, name) ? icons[name] : icons.more);
  svg.append(path);
  return svg;
}
