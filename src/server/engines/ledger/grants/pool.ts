import type { Grant } from '../../../../contract/types.js';
import type { Told } from '../../../stores/rows.js';
import type { Report } from '../programme/report.js';
import { mapTold } from '../programme/texts.js';
import { chance, type RandomBytes } from '../random.js';
import type { Giving, GrantHandler, GrantPlace } from './grant.js';
import { issue } from './issue.js';

type Pool = Extract<Grant, { kind: 'pool' }>;

/** Odds are written as decimals, whose sum may miss 1 by a hair in binary. */
const HAIR = 1e-9;

/**
 * One of several, by declared odds. The draw happens here; the page only plays it.
 * @param others all kinds, for what a segment holds
 */
export const poolGrant = (others: {
  check(grant: Grant, place: GrantPlace): void;
  give(grant: Told<Grant>, giving: Giving): Promise<void>;
}): GrantHandler<'pool'> => ({
  check({ segments }, place) {
    const { path, report } = place;
    if (segments.length < 2) report(`${path}.segments`, 'a draw needs two segments or more');
    const ids = segments.map(({ id }) => id);
    for (const [index, segment] of segments.entries()) {
      const at = `${path}.segments[${index}]`;
      if (ids.indexOf(segment.id) !== index)
        report(`${at}.id`, `"${segment.id}" stands here twice`);
      if (segment.odds !== undefined && (segment.odds < 0 || segment.odds > 1)) {
        report(`${at}.odds`, 'odds are between 0 and 1');
      }
      if (segment.grant) others.check(segment.grant, { ...place, path: `${at}.grant` });
    }
    checkSum(segments, `${path}.segments`, report);
  },

  async give(told, giving) {
    const { programme, random } = giving.account.desk;
    const main = told[programme.locale];
    if (!main) return;
    const index = drawn(main.segments, random);
    const segment = main.segments[index];
    if (!segment) return;
    const drawing = {
      ...giving,
      segment: segment.id,
      title: mapTold(told, ({ segments }) => segments[index]?.title ?? segment.title),
      // The page reveals it first and reports it as seen then.
      seenAt: null,
    };
    if (segment.grant === null) {
      const nothing = mapTold(drawing.title, (label) => ({ kind: 'custom', label }) as const);
      await issue(nothing, drawing, 'used');
      return;
    }
    const prize: Told<Grant> = mapTold(
      told,
      ({ segments }) => segments[index]?.grant ?? segment.grant ?? { kind: 'custom', label: '' },
    );
    await others.give(prize, drawing);
  },
});

function checkSum(segments: Pool['segments'], path: string, report: Report): void {
  const odds = segments.map((segment) => segment.odds);
  if (odds.every((value) => value === undefined)) return;
  const sum = odds.reduce<number>((total, value) => total + (value ?? 0), 0);
  if (odds.includes(undefined))
    report(path, 'either every segment declares its odds, or none does');
  else if (Math.abs(sum - 1) > HAIR) {
    report(path, `the odds add up to ${Number(sum.toFixed(6))}, not to 1`);
  }
}

/** @returns the index of the segment that was drawn; without odds all are equally likely */
export function drawn(segments: Pool['segments'], random: RandomBytes): number {
  let point = chance(random);
  for (const [index, { odds = 1 / segments.length }] of segments.entries()) {
    point -= odds;
    if (point < 0) return index;
  }
  // Only the hair between the sum of the odds and 1 leads here.
  return segments.map(({ odds }) => odds !== 0).lastIndexOf(true);
}
