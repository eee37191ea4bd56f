import fc from 'fast-check';
import { plan, type Step } from './step.js';
import { gift, shopSteps } from './shop-steps.js';
import { Tab } from './tab.js';
import { insistence, tabSteps } from './tab-steps.js';
import { ModelShop } from './shop.js';
import { World, type Real } from './world.js';

/** What a browser has and Node has not: a device that could be offline, and what a tab keeps. */
const kept = new Map<string, string>();
Object.defineProperties(globalThis, {
  navigator: { value: { onLine: true }, configurable: true },
  sessionStorage: {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    },
    configurable: true,
  },
});

const commands = { maxCommands: 25, size: '+1' } as const;

/** Anything that can happen; in every third run one shopper insists on one thing. */
export const anything: fc.Arbitrary<Iterable<Step>> = fc.oneof(
  { weight: 2, arbitrary: fc.commands([...shopSteps, ...tabSteps(plan)], commands) },
  { weight: 1, arbitrary: fc.commands([gift, ...insistence(plan)], commands) },
);

/** Performs steps in a new shop with two open tabs, and audits its ledger at the end. */
export async function perform(steps: Iterable<Step>): Promise<void> {
  kept.clear();
  const shop = new ModelShop();
  (navigator as { onLine: boolean }).onLine = true;
  shop.time.install();
  try {
    const real: Real = { shop, tabs: [new Tab(shop, 'one'), new Tab(shop, 'two')] };
    const world = new World();
    await fc.asyncModelRun(() => ({ model: world, real }), steps);
    await world.checkLedger(real);
  } finally {
    shop.time.restore();
  }
}
