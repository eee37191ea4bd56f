import fc from 'fast-check';
import { members, rewards } from './programme.js';
import { badFates, type Fate } from './wire.js';
import type { Real, World } from './world.js';

/** One thing that happens in the shop, as the model test performs it. */
export type Step = fc.AsyncCommand<World, Real>;

/** What a step may look at before it happens. */
type Known = Pick<World, 'model' | 'tabs' | 'isOnline'>;

/**
 * @param can whether it makes sense now
 * @param run does it and moves the model; afterwards everything is held against the model
 */
export function step(
  name: string,
  details: readonly unknown[],
  can: (world: Known) => boolean,
  run: (world: World, real: Real) => Promise<void>,
): Step {
  return {
    check: (world) => can(world),
    async run(world, real) {
      await real.shop.time.pass(1_000);
      await run(world, real);
      await world.check(real);
    },
    toString: () => `${name}(${details.map((detail) => JSON.stringify(detail)).join(', ')})`,
  };
}

export const always = (): boolean => true;

/** One of a list that is not empty, whichever the number says. */
export const pick = <Item>(items: readonly Item[], index: number): Item =>
  items[index % items.length]!;

export const member = fc.constantFrom(...members);
export const tab = fc.constantFrom(0, 1);
export const reward = fc.constantFrom(...rewards.map(({ id }) => id));
export const nth = fc.nat(5);

const bad = fc.constantFrom<Fate>(...badFates);

/** What becomes of the requests of one press: mostly all is well, sometimes nothing is answered. */
export const plan: fc.Arbitrary<Fate[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate[]>([]) },
  { weight: 1, arbitrary: fc.array(bad, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(bad, { minLength: 3, maxLength: 3 }) },
);
