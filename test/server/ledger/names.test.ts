import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicName } from '../../../src/server/engines/ledger/boards/names.js';

/** What others read of a member fits into a line, whatever the shop's token calls them. */

const shown = (name: string | null, alias: string | null = null) => publicName({ name, alias });

describe('the name that others read', () => {
  it('is the first word of the name, or the alias', () => {
    assert.equal(shown('  Ada Lovelace '), 'Ada');
    assert.equal(shown('Ada Lovelace', 'Kaffee Katze'), 'Kaffee Katze');
    assert.equal(shown(null), null);
    assert.equal(shown('  '), null);
  });

  it('is no longer than forty characters, and says where it was cut', () => {
    assert.equal(shown('x'.repeat(40)), 'x'.repeat(40));
    assert.equal(shown('x'.repeat(5_000)), `${'x'.repeat(39)}…`);
    assert.equal(shown('Ada', 'y'.repeat(41)), `${'y'.repeat(39)}…`);
  });

  it('is cut between letters and not within one', () => {
    // Outside of the plane that JavaScript counts by one.
    assert.equal(shown('𝒜'.repeat(50)), `${'𝒜'.repeat(39)}…`);
    // A letter and its accent; four people in one picture.
    assert.equal(shown(`${'x'.repeat(38)}e\u0301e\u0301`), `${'x'.repeat(38)}…`);
    const family = '👨‍👩‍👧‍👦';
    assert.equal(shown(`${'x'.repeat(36)}${family}`), `${'x'.repeat(36)}…`);
  });

  it('is short even where one letter carries thousands of marks', () => {
    const name = shown(`Z${'\u0301'.repeat(5_000)}`) ?? '';
    assert.equal([...name].length, 40);
  });
});
