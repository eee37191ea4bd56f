import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { englishWords, everyWord } from '../widget/support/every-word.js';

/** Which words the source speaks, read from it: a key that is built of parts counts as a prefix. */

const root = fileURLToPath(new URL('../../src/widget/', import.meta.url));
const sources = (readdirSync(root, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !/^i18n\/(de|en)\//.test(name));
const text = (name: string): string => readFileSync(root + name, 'utf8');

const keys = Object.keys(englishWords);
const groups = new Set(keys.map((key) => key.split('.')[0]));
const isKey = (word: string): boolean => groups.has(word.split('.')[0] ?? '');

/** `'tier.next'` as it stands. */
const keysIn = (source: string): string[] =>
  [...source.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, key]) => key!).filter(isKey);
/** `` `voucher.${…}` `` by what stands before the hole. */
const prefixesIn = (source: string): string[] =>
  [...source.matchAll(/`([a-z]+\.)\$\{/g)].map(([, prefix]) => prefix!).filter(isKey);

/** Spelled like a key, and something else. */
const other = new Set(['loyalty.js', 'activity.pages', 'vouchers.pages']);

describe('the words of the source', () => {
  for (const name of sources) {
    it(`${name} speaks words that exist`, () => {
      for (const key of keysIn(text(name))) {
        if (!other.has(key)) assert.ok(key in englishWords, key);
      }
      for (const prefix of prefixesIn(text(name))) {
        assert.ok(keys.some((key) => key.startsWith(prefix)));
      }
    });
  }

  it('are all that the catalogues have: nobody carries a word that is never said', () => {
    const all = sources.map(text).join('\n');
    const said = new Set(keysIn(all));
    const prefixes = prefixesIn(all);
    const silent = keys.filter(
      (key) => !said.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    assert.deepEqual(silent, []);
  });
});

describe('what opens first', () => {
  const opens = sources.filter((name) =>
    /^(shell\/(panel|views)|blocks\/(block|first|points|tier|challenges|track-views|views)|cards\/(points-card|tier-card|tier-ladder|perks|progress)|i18n\/(describe|load-failure))\.ts$/.test(
      name,
    ),
  );
  /** Said by what is fetched with its own words, or only once all words are there. */
  const later = /^(limit|guest)\.|^(vouchers\.toRewards|reward\.confirm)/;

  it('is the panel with its home', () => assert.ok(opens.length >= 14, opens.join()));

  for (const name of opens) {
    it(`${name} needs only the first words`, () => {
      const missing = keysIn(text(name)).filter(
        (key) => !(key in everyWord.en.first) && !later.test(key),
      );
      assert.deepEqual(missing, []);
    });
  }
});
