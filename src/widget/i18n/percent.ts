/**
 * A share between 0 and 1 as a percentage: "12.5%". Made anew each time: odds stand on few cards, and
 * after the first `NumberFormat` of a page the next cost next to nothing (formats.ts).
 */
export const percent = (locale: string, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(share);
