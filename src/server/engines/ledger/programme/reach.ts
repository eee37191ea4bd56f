import type { Grant } from '../../../../contract/types.js';
import type { ProgrammeDoc } from './file.js';

/** What a programme can bring about at all: every grant that stands anywhere in its file. */

/** Every grant of a file, those inside of draws among them. */
export function allGrants(doc: ProgrammeDoc): Grant[] {
  const opened = (grant: Grant | null): Grant[] => {
    if (grant === null) return [];
    return grant.kind === 'pool'
      ? [grant, ...grant.segments.flatMap((segment) => opened(segment.grant))]
      : [grant];
  };
  return [
    ...doc.rules.flatMap(({ grants, quiz }) => [
      ...grants,
      ...(quiz?.results ?? []).flatMap((result) => result.grants),
    ]),
    ...doc.rewards.flatMap(({ grants }) => grants),
    ...doc.tracks.flatMap(({ steps }) => steps.flatMap(({ grants = [] }) => grants)),
    ...(doc.boards ?? []).flatMap(({ prizes = [] }) => prizes.flatMap(({ grants }) => grants)),
    ...(doc.referral?.give ?? []),
  ].flatMap(opened);
}

/** The units that something in the programme gives. */
export const givenUnits = (doc: ProgrammeDoc): ReadonlySet<string> =>
  new Set(
    allGrants(doc).flatMap((grant) => {
      if (grant.kind === 'entry') {
        return (doc.boards ?? []).flatMap(({ id, unit }) => (id === grant.board ? [unit] : []));
      }
      return grant.kind === 'unit'
        ? [grant.amount?.unit, grant.rate?.give.unit].filter((id) => id !== undefined)
        : [];
    }),
  );

/** Whether some grant gives this very step, rather than it being reached. */
export const isStepGiven = (doc: ProgrammeDoc, track: string, step: string): boolean =>
  allGrants(doc).some(
    (grant) => grant.kind === 'status' && grant.track === track && grant.step === step,
  );

/** The units that something in the programme gives or counts; what needs another is never reached. */
export const countedUnits = (doc: ProgrammeDoc): ReadonlySet<string> =>
  new Set(
    [
      ...givenUnits(doc),
      ...doc.rules.flatMap(({ measures = [] }) =>
        measures.flatMap(({ amount, rate }) => [amount?.unit, rate?.give.unit]),
      ),
    ].filter((id) => id !== undefined),
  );
