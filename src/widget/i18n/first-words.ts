/** The launcher's word before any catalogue is there; the same as `panel.name` of the catalogues. */
const words: Readonly<Record<string, string>> = { de: 'Vorteile' };

/** @param lang of the page */
export const firstWord = (lang: string): string =>
  words[lang.split('-')[0]?.toLowerCase() ?? ''] ?? 'Rewards';
