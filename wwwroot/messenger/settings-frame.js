const part = (id) => document.querySelector(id);
const home = { title: part('#title').textContent, line: part('#line').textContent };

export const heading = part('#title');

/** What stands around a place: its title and line, the way up from it (above, to), and where it is. Without any it is the list's. */
export function frame({ title, line, above = '', to = '#' } = home) {
  heading.textContent = title;
  part('#line').textContent = line;
  document.title = `${above ? `${title} · ` : ''}Applications · OXVO settings (simulated)`;
  part('#add').hidden = above !== '';
  part('#up').hidden = part('#crumb-here').hidden = above === '';
  part('#up').href = to;
  part('#up').lastChild.textContent = above;
  part('#crumb-here').textContent = title;
  if (above) part('#crumb').removeAttribute('aria-current');
  else part('#crumb').ariaCurrent = 'page';
}
