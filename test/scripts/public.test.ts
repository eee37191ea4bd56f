import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PARTS } from '../../src/widget/ui/parts.js';

/** What a shop may build on, read from the source: names of parts, classes of events. */

const root = fileURLToPath(new URL('../../src/widget/', import.meta.url));
const text = (name: string): string => readFileSync(root + name, 'utf8');
const sources = (readdirSync(root, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^(blocks|cards|shell)\/.*\.ts$/.test(name));

/** `part="button copy-button"` as it stands in a template; `exportparts` is another attribute. */
const partsIn = (source: string): string[] =>
  [...source.matchAll(/\spart="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/));
const documentedIn = (source: string): string[] =>
  [...source.matchAll(/@csspart ([a-z-]+)/g)].map(([, name]) => name!);

describe('the parts that a shop may style', () => {
  const listed = PARTS.split(', ');
  /** Elements that stand on the page themselves, so that nobody hands their parts up. */
  const own = new Set(['launcher']);

  for (const name of sources) {
    const parts = [...new Set([...partsIn(text(name)), ...documentedIn(text(name))])];
    if (!parts.length) continue;
    it(`of ${name} are handed up to the page`, () => {
      const lost = parts.filter((part) => !listed.includes(part) && !own.has(part));
      assert.deepEqual(lost, [], 'a part that src/widget/ui/parts.ts does not name');
    });
  }

  it('are all there: none is promised that nothing has', () => {
    const there = new Set(sources.flatMap((name) => partsIn(text(name))));
    assert.deepEqual(
      listed.filter((part) => !there.has(part)),
      [],
    );
  });

  it('are named once each, in order', () => {
    assert.deepEqual(listed, [...new Set(listed)].sort());
  });
});

describe('the events that a page hears', () => {
  const entry = text('index.ts');
  /** What the others are made of. */
  const bases = ['fact-event.ts', 'request-event.ts'];

  for (const name of readdirSync(`${root}events`).filter((file) => !bases.includes(file))) {
    it(`of events/${name} are exported to those who import the package`, () => {
      assert.ok(entry.includes(`export * from './events/${name.replace(/\.ts$/, '.js')}';`));
    });
  }
});

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  for (const [, tag] of text('blocks/registry.ts').matchAll(/'(loyalty-[a-z]+)'/g)) {
    it(`shows a merchant <${tag}>`, () => {
      assert.ok(readme.includes(`| \`<${tag}>\` |`));
    });
  }

  const events = readdirSync(`${root}events`).flatMap((file) => [
    ...text(`events/${file}`).matchAll(/type = '(loyalty-[a-z-]+)'/g),
  ]);
  for (const [, type] of events) {
    it(`names the event ${type} to a developer`, () => {
      assert.ok(readme.includes(`\`${type}\``));
    });
  }
});
