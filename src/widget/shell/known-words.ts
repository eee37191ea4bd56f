/** The panel's sections, in their order; what each of them is stands in views.ts. */
export const viewNames = [
  'home',
  'rewards',
  'earn',
  'vouchers',
  'play',
  'challenges',
  'board',
  'referral',
  'activity',
  'profile',
] as const;
export type ViewName = (typeof viewNames)[number];

/** Settings that are made of known words, by the name of their property. */
const known: Readonly<Record<string, readonly string[]>> = {
  colorScheme: ['light', 'dark', 'auto'],
  launcher: ['none'],
  nudges: ['quiet'],
  position: ['bottom-right', 'bottom-left'],
  views: viewNames,
};

/**
 * What is wrong with a setting, as a sentence for whoever wrote it; nothing where all is well.
 * @param name of the property
 * @param value as it stands in the markup
 */
export function misspelt(name: PropertyKey, value: unknown): string | undefined {
  const words = known[name as string];
  if (!words || typeof value !== 'string') return undefined;
  const unknown = value.split(/[\s,]+/).find((word) => word && !words.includes(word));
  const attribute = (name as string).replace('S', '-s');
  return unknown && `${attribute}="${unknown}" is not known. Write ${words.join(' or ')}.`;
}
