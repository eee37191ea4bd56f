import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rows } from '../journeys/types/rows.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('every type of programme', () => {
  it('that is explained has a journey, and the other way round', () => {
    const [, part = ''] = read('../../docs/programme-file.md').split(
      '\n## Every kind of programme',
    );
    const explained = [...part.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(rows.map(({ type }) => type).sort(), explained.sort());
  });

  for (const { type, file, title } of rows) {
    it(`${type}: a journey performs it`, () => {
      const source = read(`../journeys/types/${file}.test.ts`);
      assert.ok(
        source.includes(`test('${title}', async`),
        `${file}.test.ts has no test “${title}”`,
      );
    });
  }
});
