import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ownLit } from '../../scripts/own-lit.js';

/** What the page's build may hold. It must have been built: `npm run build`. */

const folder = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const source = fileURLToPath(new URL('../../src/', import.meta.url));

const filesIn = (root: string, ending: RegExp): { name: string; text: string }[] =>
  readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(root + name, 'utf8') }));

const placesOf = (files: { name: string; text: string }[], what: RegExp): string[] =>
  files.flatMap(({ name, text }) => {
    const hit = what.exec(text);
    return hit ? [`${name}: ${hit[0]}`] : [];
  });

describe('the build for pages', () => {
  const built = filesIn(folder, /\.js$/);

  // The sandbox brings a whole server, for pages that have none.
  const inPage = built.filter(({ name }) => !/^chunks\/connect-/.test(name));

  it('is there', () => assert.ok(built.length > 20, 'run npm run build first'));

  it('has no letter outside ASCII, so that no charset of a page changes it', () => {
    assert.deepEqual(placesOf(built, /[^\p{ASCII}]/u), []);
  });

  const forbidden: [what: string, pattern: RegExp][] = [
    [
      'reads a global that an element can be named like',
      /\blit(Html|Element)Versions|reactiveElementVersions|PolyfillSupport|litPropertyMetadata|ShadyCSS|litNonce/,
    ],
    ['makes a Trusted Types policy of another name', /createPolicy\(["'`](?!loyalty-widget)/],
    ['asks for document.currentScript or document.head', /document\.(currentScript|head)\b/],
    ['writes into the page', /document\.write|insertAdjacentHTML|\.outerHTML\s*=/],
    ['listens to what keeps a page out of the cache', /addEventListener\(["'`](before)?unload/],
    ['relies on a method that old libraries change', /\bArray\.from\(/],
  ];
  for (const [what, pattern] of forbidden) {
    it(`nowhere ${what}`, () => assert.deepEqual(placesOf(inPage, pattern), []));
  }

  it('makes markup in one place alone, which is Lit’s', () => {
    const writers = built.filter(({ text }) => text.includes('.innerHTML='));
    assert.deepEqual(
      writers.map(({ name }) => name.replace(/-[\w-]{7}\.js$/, '')),
      ['loyalty.single.js', 'chunks/core'],
    );
  });
});

describe('the sources of the widget', () => {
  it('never turn data into markup, style text or code', () => {
    const banned =
      /\bunsafe(HTML|SVG|CSS|Static)\b|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|\bstyleMap\b|style="\$\{/;
    assert.deepEqual(placesOf(filesIn(`${source}widget/`, /\.ts$/), banned), []);
  });

  it('never walk an array or object with for…in', () => {
    assert.deepEqual(
      placesOf(filesIn(`${source}widget/`, /\.ts$/), /for \((const|let|var) \w+ in /),
      [],
    );
  });
});

describe('the Lit of the build', () => {
  it('refuses a Lit that it does not know, in place of leaving a global in', () => {
    assert.throws(
      () => ownLit('lit-html/lit-html.js', 'globalThis.litHtmlVersions = []'),
      /correct scripts\/own-lit\.ts/,
    );
  });
});
