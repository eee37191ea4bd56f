import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** What the pages promise is there. */

const root = new URL('../../', import.meta.url);
const pages = [
  'README.md',
  ...readdirSync(new URL('docs/', root), { recursive: true })
    .map((name) => `docs/${String(name)}`)
    .filter((name) => name.endsWith('.md')),
];

describe('the pages of the documentation', () => {
  for (const page of pages) {
    it(`${page} links to what exists`, () => {
      const text = readFileSync(new URL(page, root), 'utf8');
      const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(
        ([, link]) => link ?? '',
      );
      const dead = links.filter((link) => !existsSync(new URL(link, new URL(page, root))));
      assert.deepEqual(dead, []);
    });
  }

  it('every feature that is marked as had names the test that shows it', () => {
    const rows = readFileSync(new URL('docs/features.md', root), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| Feature'));
    const bare = rows
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells[2] && !cells.at(-2)?.includes('](../test/'));
    assert.ok(rows.length > 50);
    assert.deepEqual(
      bare.map((cells) => cells[1]),
      [],
    );
  });
});
