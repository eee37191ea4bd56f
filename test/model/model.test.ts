import { describe, it } from 'node:test';
import fc from 'fast-check';
import { perform, anything } from './run.js';
import { stories } from './stories.js';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 1_000);

describe('a shop, whatever happens in it', () => {
  for (const [title, steps] of Object.entries(stories)) it(title, () => perform(steps));

  it('holds what its own reckoning says, and no page shows anything else', async () => {
    await fc.assert(fc.asyncProperty(anything, perform), {
      numRuns: RUNS,
      includeErrorInReport: true,
    });
  });
});
