import type { Amount } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';

/** What of the server's amounts is worth saying: what only measures is nobody's gain. */
export const earned = (loc: Localizer, amounts: readonly Amount[]): Amount[] =>
  amounts.filter(({ unit, value }) => {
    const known = loc.unit(unit);
    return value > 0 && !!known && known.kind !== 'metric';
  });
