// Sections of your own: other members of the answer, each with a module NAME.js.
import { languageOf, words } from './format.js';

/** Of texts by language, as `{ en: …, de: … }`, those of the page's language or else English; a text as it is. */
export const inWords = (texts, { lang } = words) => texts[languageOf(lang)] ?? texts.en ?? texts;

/**
 * Those that hold something, as { name, title, line, needs }. Each one's title goes into the words of the page's
 * language, and its view to the others.
 */
export default async function loadOwnSections(parts, language, viewModules) {
  const sections = await Promise.all(Object.entries(parts)
    .filter(([name, part]) => /^[a-z]\w*$/i.test(name) && part !== null)
    .map(async ([name, part]) => {
      try {
        const section = await import(`./${name}.js`);
        language.views[name] = inWords(section.title, language);
        viewModules[name] = () => section;
        return section.isEmpty(part) ? null : { name, ...section };
      } catch (error) {
        console.error(error); // the others are shown without it
        return null;
      }
    }));
  return sections.filter(Boolean);
}
