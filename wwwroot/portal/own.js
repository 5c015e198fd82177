// Sections of your own: other members of the answer, each with a module NAME.js.

/**
 * Those that hold something, as { name, title, line, needs }. Each one's title goes into the words, and its view to the
 * others.
 */
export default async function loadOwnSections(parts, words, viewModules) {
  const sections = await Promise.all(Object.entries(parts)
    .filter(([name, part]) => /^[a-z]\w*$/i.test(name) && part !== null)
    .map(async ([name, part]) => {
      try {
        const section = await import(`./${name}.js`);
        words.views[name] = section.title;
        viewModules[name] = () => section;
        return section.isEmpty(part) ? null : { name, ...section };
      } catch (error) {
        console.error(error); // the others are shown without it
        return null;
      }
    }));
  return sections.filter(Boolean);
}
