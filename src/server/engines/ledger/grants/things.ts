import { Refusal } from '../../../engine.js';
import { mapTold, pick } from '../programme/texts.js';
import { checkWindow } from '../programme/check/shared.js';
import { millis } from '../time/calendar.js';
import { tell } from '../words.js';
import type { GrantHandler } from './grant.js';
import { issue } from './issue.js';

/** A product for nothing; with several to choose from, the voucher is for the chosen one. */
export const productGrant: GrantHandler<'product'> = {
  check({ choices }, { path, report }) {
    if (choices?.length === 0) report(`${path}.choices`, 'a choice needs something to choose');
  },
  give(told, giving) {
    const { choice } = giving;
    const grant = mapTold(told, ({ choices, ...product }, locale) => {
      if (!choices || choices.length === 0) return product;
      const chosen = choices.find(({ id }) => id === choice);
      if (!chosen) {
        const detail = pick(tell(giving.account.programme, 'no.choice'), locale, locale);
        throw new Refusal('validation-failed', detail, {
          errors: [{ detail, pointer: '/choice' }],
        });
      }
      return { ...product, product: chosen.id, title: chosen.title };
    });
    return issue(grant, giving);
  },
};

/** A door that opens: an event, early access, members-only pages. */
export const accessGrant: GrantHandler<'access'> = {
  check({ window }, { doc, path, report }) {
    checkWindow(window, doc, `${path}.window`, report);
  },
  /** A door that closes for good takes its voucher with it. */
  give(told, giving) {
    const main = told[giving.account.programme.locale];
    const closes = main?.window?.to === undefined ? null : millis(main.window.to);
    const ends = [giving.expiresAt, closes].filter((at) => at !== null);
    return issue(told, { ...giving, expiresAt: ends.length > 0 ? Math.min(...ends) : null });
  },
};

/** Anything that only people understand. */
export const customGrant: GrantHandler<'custom'> = {
  check() {
    // A label says all there is to say, and the schema demands it.
  },
  give: (told, giving) => issue(told, giving),
};
