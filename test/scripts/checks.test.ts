import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** The list of checks says of each which test shows it, or that none does. */

const docs = new URL('../../docs/', import.meta.url);
const ROW = /^\| (\d+)( ★)? \| (.+?) \| (.*?) \| ([CFWN ]*) ?\|$/;
const rows = readFileSync(new URL('checks.md', docs), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => ROW.exec(line) ?? assert.fail(`not a row of four: ${line}`))
  .map(([, number, star, what, shown, engines]) => ({
    number: Number(number),
    isStarred: star !== undefined,
    what: what!,
    shown: shown!,
    engines: engines!.trim(),
  }));

describe('the list of checks', () => {
  it('has every number once, in order', () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      Array.from({ length: 86 }, (_, index) => index + 1),
    );
  });

  it('has its twenty that matter most, each with a test', () => {
    const starred = rows.filter(({ isStarred }) => isStarred);
    assert.equal(starred.length, 20);
    for (const { number, shown } of starred)
      assert.match(shown, /\]\(\.\.\/test\//, `check ${number}`);
  });

  for (const { number, what, shown, engines } of rows) {
    it(`${number}: “${what}” names tests that exist and their engines, or says why there are none`, () => {
      const links = [...shown.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);
      for (const path of links) assert.ok(existsSync(new URL(path, docs)), path);
      if (!links.some((path) => path.startsWith('../test/'))) assert.match(shown, /gap|`npm run/);
      else assert.match(engines, /^[CFWN]( [CFWN])*$/);
    });
  }
});
