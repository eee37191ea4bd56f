import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Grant } from '../../../src/contract/types.js';
import { drawn } from '../../../src/server/engines/ledger/grants/pool.js';
import { readProgramme } from '../../../src/server/engines/ledger/index.js';
import { allGrants } from '../../../src/server/engines/ledger/programme/reach.js';
import { cryptoBytes, type RandomBytes } from '../../../src/server/engines/ledger/random.js';
import { chiSquare, pValue } from './chi-square.js';

/**
 * Every pool of every programme, drawn a hundred thousand times with the engine's own function and
 * the machine's own chance. One in a thousand honest wheels looks crooked; a second look is allowed,
 * so that an honest one fails once in a million runs and a crooked one every time.
 */

const DRAWS = 100_000;
const P = 0.001;

let box: Uint8Array = new Uint8Array();
/** The machine's own chance, fetched by the box: a call for six bytes costs more than the draw. */
const fromBox: RandomBytes = (count) => {
  if (box.length < count) box = cryptoBytes(48 * 1024);
  const bytes = box.subarray(0, count);
  box = box.subarray(count);
  return bytes;
};

type Pool = Extract<Grant, { kind: 'pool' }>;

const folder = new URL('../../../demo/programmes/', import.meta.url);
const names = (await readdir(folder)).filter((name) => /^[a-z0-9-]+\.json$/.test(name)).sort();
const pools = (
  await Promise.all(
    names.map(async (name) => {
      const file: unknown = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
      const grants = allGrants(readProgramme(file, name).doc);
      return grants
        .filter((grant): grant is Pool => grant.kind === 'pool')
        .map((pool) => ({ name, pool }));
    }),
  )
).flat();

function look({ segments }: Pool): number {
  const counts = segments.map(() => 0);
  for (let i = 0; i < DRAWS; i += 1) {
    const index = drawn(segments, fromBox);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const odds = segments.map((segment) => segment.odds ?? 1 / segments.length);
  const impossible = counts.filter((count, index) => odds[index] === 0 && count > 0);
  assert.deepEqual(impossible, [], 'what cannot be won was won');
  return pValue(chiSquare(counts, odds), odds.filter((share) => share > 0).length - 1);
}

describe('the odds of the demo’s programmes', () => {
  it('are there to be tested', () => assert.ok(pools.length > 0));

  for (const { name, pool } of pools) {
    const titles = pool.segments.map(({ id }) => id).join(', ');
    it(`${name}: ${titles} come as declared`, () => {
      const first = look(pool);
      if (first > P) return;
      const second = look(pool);
      assert.ok(second > P, `p was ${first}, then ${second}`);
    });
  }
});

describe('the test of odds itself', () => {
  // Critical values as every table of the distribution has them.
  for (const [degrees, five, thousandth] of [
    [1, 3.841, 10.828],
    [4, 9.488, 18.467],
    [11, 19.675, 31.264],
    [30, 43.773, 59.703],
  ] as const) {
    it(`knows the tables for ${degrees} degrees of freedom`, () => {
      assert.ok(Math.abs(pValue(five, degrees) - 0.05) < 1e-4);
      assert.ok(Math.abs(pValue(thousandth, degrees) - 0.001) < 1e-5);
    });
  }

  it('sees a wheel that leans by one in a hundred', () => {
    const crooked = [0.51, 0.49].map((share) => share * DRAWS);
    assert.ok(pValue(chiSquare(crooked, [0.5, 0.5]), 1) < 1e-9);
  });
});
