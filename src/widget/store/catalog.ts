import type { Program, Reward, Rule, Step, Track, Unit } from '../../contract/types.js';

/** A programme with its definitions by id. */
export interface Catalog {
  readonly program: Program;
  readonly units: ReadonlyMap<string, Unit>;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly rewards: ReadonlyMap<string, Reward>;
  readonly rules: ReadonlyMap<string, Rule>;
  can(capability: string): boolean;
}

const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export function catalogOf(program: Program): Catalog {
  const capabilities = new Set<string>(program.capabilities);
  return {
    program,
    units: byId(program.units),
    tracks: byId(program.tracks),
    rewards: byId(program.rewards),
    rules: byId(program.rules),
    can: (capability) => capabilities.has(capability),
  };
}

/** The unit that the programme speaks of first: its spendable points, else whatever can be spent. */
export const mainUnit = ({ units }: Program): Unit | undefined =>
  units.find((unit) => unit.kind === 'points' && unit.spendable) ??
  units.find((unit) => unit.spendable) ??
  units[0];

/** The tracks that are ladders of levels. */
export const ladders = ({ tracks }: Program): readonly Track[] =>
  tracks.filter(({ view }) => view === 'tiers');

/** All others: challenges, stamp cards, streaks, badges. */
export const challenges = ({ tracks }: Program): readonly Track[] =>
  tracks.filter(({ view }) => view !== 'tiers');

/** The rewards whose outcome is drawn. */
export const games = ({ rewards }: Program): readonly Reward[] =>
  rewards.filter(({ grants }) => grants.some(({ kind }) => kind === 'pool'));

export const stepOf = (track: Track | undefined, id: string | null | undefined): Step | undefined =>
  track?.steps.find((step) => step.id === id);
