/** The messenger's own small set, 24 × 24, 1.5-pixel strokes. seed-data/app-templates names them. */
export const icons = {
  account: 'M12 12.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 19.5c.6-3 3.4-4.5 7-4.5s6.4 1.5 7 4.5',
  parcel: 'M4.5 8 12 4.25 19.5 8v8L12 19.75 4.5 16zM4.5 8 12 11.75 19.5 8M12 11.75v8M8.25 6.125l7.5 3.75',
  receipt: 'M6.5 4.5h11v15l-2.75-1.75L12 19.5l-2.75-1.75L6.5 19.5zM9.5 9h5M9.5 12.5h5',
  steps: 'm4.5 6.5 1.5 1.5 2.5-3M11.5 6.5h8M4.5 12.5l1.5 1.5 2.5-3M11.5 12.5h8M5 18.5h3M11.5 18.5h8',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  go: 'm9.5 6 6 6-6 6',
  out: 'M10 6.5H6.5v11h11V14M13.5 5.5h5v5M18.5 5.5l-7 7',
  well: 'M12 19.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM8.75 12.25l2.25 2.25 4.25-4.75',
  caution: 'M12 4.75 20 18.75H4zM12 10v4M12 16.25h.01',
  partly: 'M12 19.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM12 8v4.75M12 15.75h.01',
  down: 'M8.9 4.5h6.2l4.4 4.4v6.2l-4.4 4.4H8.9l-4.4-4.4V8.9zM9.5 9.5l5 5M14.5 9.5l-5 5',
  wrench: 'M18.9 7.6a4.4 4.4 0 0 1-5.8 5.6l-5.4 5.4a1.6 1.6 0 0 1-2.3-2.3l5.4-5.4a4.4 4.4 0 0 1 5.6-5.8l-2.6 2.6.3 2.2 2.2.3z',
  calendar: 'M5.5 6.5h13v13h-13zM5.5 10.5h13M9 4.5v4M15 4.5v4',
  play: 'M4.5 5.5h15v13h-15zM10.25 9.25v5.5L14.75 12z',
  pulse: 'M3.5 12.5h4l2.25-6.5 4 12 2.5-5.5h4.25',
  heart: 'M12 19 5.6 12.6a4.2 4.2 0 0 1 5.9-5.9l.5.5.5-.5a4.2 4.2 0 0 1 5.9 5.9z',
  sparkle: 'm11 5.5 1.75 4.75 4.75 1.75-4.75 1.75L11 18.5l-1.75-4.75L4.5 12l4.75-1.75zM18 4v4M16 6h4',
  page: 'M6.5 4.5h7l4 4v11h-11zM13.5 4.5v4h4M9.5 12.5h5M9.5 15.75h5',
  unknown: 'M12 19.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 10.25a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.45M12 15.75h.01',
  raise: 'M12 18.5v-13M6.5 11 12 5.5l5.5 5.5',
  lower: 'M12 5.5v13M6.5 13l5.5 5.5 5.5-5.5',
  edit: 'm5 19 .9-3.6 9.6-9.6a1.8 1.8 0 0 1 2.6 0l.1.1a1.8 1.8 0 0 1 0 2.6l-9.6 9.6zM13.75 7.5l2.75 2.75',
  bin: 'M5 7h14M9.75 7V4.75h4.5V7M7 7l.75 12.25h8.5L17 7M10.5 10.5v5.25M13.5 10.5v5.25',
  copy: 'M9.5 9.5h9v9h-9zM14.5 9.5v-4h-9v9h4',
  back: 'm14.5 6-6 6 6 6',
  close: 'm7 7 10 10M17 7 7 17',
  send: 'M4.5 12 19.5 4.5 15.5 19.5 11.5 13.5zM11.5 13.5 19.5 4.5',
  apps: 'M5 5h5.5v5.5H5zM13.5 5H19v5.5h-5.5zM5 13.5h5.5V19H5zM13.5 13.5H19V19h-5.5z',
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
