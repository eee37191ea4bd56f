import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './steps.mjs';

/**
 * `npm run size`: what a shopper downloads, in bytes, and whether that is still little enough. With
 * `--json` it prints the same for a program. Plain Node: it looks at `dist/cdn` and nothing else.
 */

const folder = `${root}dist/cdn/`;
const ENTRY = 'loyalty.js';

/**
 * What the panel waits for until it stands open, by the names of chunks that are fetched by
 * `import()`; what those import statically comes along by itself. `test/journeys/size.test.ts` holds
 * this list against a browser.
 */
const OPENING = [
  { chunk: 'core', why: 'Lit, client, store and what every block stands on' },
  { chunk: 'home', why: 'the panel and its first section' },
  { chunk: 'language', why: 'the first words of one language; the longest language counts' },
];

/**
 * What follows at once, while the shopper reads: the first section's cards, where programme and
 * member have such a thing, and the line to the server.
 */
const FOLLOWING = [
  { chunk: 'next', why: 'the one thing to do next' },
  { chunk: 'hints', why: 'the words for it; the longest language counts' },
  { chunk: 'tier', why: 'a ladder of levels' },
  { chunk: 'challenges', why: 'the active challenge' },
  { chunk: 'track', why: 'its card' },
  { chunk: 'tracks', why: 'the words for it' },
  { chunk: 'icons-more', why: 'a picture that the programme names' },
  { chunk: 'live', why: 'the line to the server, and what comes by it' },
  { chunk: 'page-more', why: 'how to read it' },
];

const GATES = { entry: 3_000, untilOpen: 30_000, following: 12_000 };

/** Files of the build below `dist/cdn`. */
const builtFiles = () =>
  readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    // The single file is another way to have the same.
    .filter((path) => path.endsWith('.js') && path !== 'loyalty.single.js')
    .sort();

const sizeOf = (path) => {
  const bytes = readFileSync(folder + path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return {
    brotli: brotliCompressSync(bytes, { params }).length,
    gzip: gzipSync(bytes, { level: 9 }).length,
  };
};

/** `chunks/core-BSuLH3jX.js` → `core`. */
const nameOf = (path) => path.replace(/^chunks\//, '').replace(/-[\w-]{7}\.js$|\.js$/, '');

/** Files that a file imports by statement; the build leaves no blanks, `import(` is another thing. */
const importsOf = (path) =>
  [
    ...readFileSync(folder + path, 'utf8').matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g),
  ].map(([, file]) => path.slice(0, path.lastIndexOf('/') + 1) + file);

function withImports(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const file of importsOf(path)) withImports(file, seen);
  return seen;
}

/** @throws when the build has no such chunk: then the list above is out of date */
function chunkNamed(name, files) {
  const found = files.filter((path) => nameOf(path) === name);
  if (found.length === 0) {
    throw new Error(
      `dist/cdn has no chunk "${name}". Correct the list OPENING in scripts/size.mjs to what opening loads now.`,
    );
  }
  return found.sort((a, b) => sizeOf(b).brotli - sizeOf(a).brotli)[0];
}

const total = (paths) =>
  paths
    .map(sizeOf)
    .reduce((sum, { brotli, gzip }) => ({ brotli: sum.brotli + brotli, gzip: sum.gzip + gzip }), {
      brotli: 0,
      gzip: 0,
    });

function measure() {
  if (!existsSync(folder + ENTRY)) throw new Error('dist/cdn is empty: run npm run build first.');
  const files = builtFiles();
  const roots = [ENTRY, ...OPENING.map(({ chunk }) => chunkNamed(chunk, files))];
  const withAll = (paths, seen) => [...paths.reduce((all, path) => withImports(path, all), seen)];
  const untilOpen = withAll(roots, new Set());
  const following = withAll(
    FOLLOWING.map(({ chunk }) => chunkNamed(chunk, files)),
    new Set(untilOpen),
  ).filter((path) => !untilOpen.includes(path));
  return {
    entry: { files: [ENTRY], ...total([ENTRY]), most: GATES.entry },
    untilOpen: { files: untilOpen, ...total(untilOpen), most: GATES.untilOpen },
    following: { files: following, ...total(following), most: GATES.following },
    everything: { files, ...total(files) },
  };
}

const number = (value, width) => value.toLocaleString('en').padStart(width);

function print({ entry, untilOpen, following, everything }) {
  const row = (title, { brotli, gzip }, most) =>
    console.log(
      title.padEnd(38) +
        number(brotli, 9) +
        number(gzip, 9) +
        (most === undefined ? '' : `   at most ${number(most, 0)} brotli`),
    );
  console.log(`${'bytes'.padEnd(38)}${'brotli'.padStart(9)}${'gzip'.padStart(9)}`);
  row('entry (what every page pays)', entry, entry.most);
  row('until the panel stands open', untilOpen, untilOpen.most);
  for (const path of untilOpen.files) row(`  ${path}`, sizeOf(path));
  row('what follows: cards, news', following, following.most);
  for (const path of following.files) row(`  ${path}`, sizeOf(path));
  row('everything', everything);
  const listed = new Set([...untilOpen.files, ...following.files]);
  for (const path of everything.files.filter((path) => !listed.has(path))) {
    row(`  ${path}`, sizeOf(path));
  }
}

try {
  const sizes = measure();
  if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
  else print(sizes);
  const over = [
    ['The entry', sizes.entry],
    ['What loads until the panel stands open', sizes.untilOpen],
    ['What follows at once', sizes.following],
  ].filter(([, { brotli, most }]) => brotli > most);
  for (const [what, { brotli, most }] of over) {
    const excess = number(brotli - most, 0);
    console.error(
      `${what} has grown too big: ${number(brotli, 0)} bytes brotli, ${excess} more than the ${number(most, 0)} that are allowed.`,
    );
  }
  if (over.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
