import { catalogueOf, insist, type Catalogue, type Language } from './catalogue.js';

const english = async (): Promise<Language> => (await import('./en/language.js')).language;

/** Language → its words. A new language is a folder and an entry here. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  en: english,
  de: async () => (await import('./de/language.js')).language,
};

const loaded = new Map<string, Promise<Catalogue>>();

/**
 * The first of the wanted tags that the widget speaks, with its region kept: `de-AT` speaks German
 * and writes Austrian numbers. Nonsense is passed over; English is the last resort.
 */
export function negotiate(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const language = tag?.split(/[-_]/)[0]?.toLowerCase() ?? '';
    if (!tag || !Object.hasOwn(languages, language)) continue;
    try {
      return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? language;
    } catch {
      return language;
    }
  }
  return 'en';
}

/** The languages to try for a place on the page: what is set, what encloses it, what the browser says. */
export function wantedLocales(
  place: Element,
  set: string | null | undefined,
): (string | null | undefined)[] {
  const lang = place.closest('[lang]')?.getAttribute('lang');
  return [set, lang, document.documentElement.lang, ...navigator.languages];
}

/**
 * The words of a language, fetched once for the page. English stands in for a language that fails to
 * load; with English gone too there is nothing to say.
 */
export function loadCatalogue(locale: string): Promise<Catalogue> {
  const language = locale.split('-')[0] ?? '';
  let catalogue = loaded.get(language);
  if (!catalogue) {
    const load = languages[language] ?? english;
    const standIn = load === english ? undefined : english;
    catalogue = insist(load, standIn).then((words) => catalogueOf(words, standIn));
    loaded.set(language, catalogue);
    catalogue.catch(() => loaded.delete(language));
  }
  return catalogue;
}
