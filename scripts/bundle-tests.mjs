import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { countBranches } from './instrument.mjs';
import { root } from './steps.mjs';
import { testsBelow } from './test-files.mjs';

/** The address below which the bundled tests are served. */
const BASE = '/bundled-tests/';

const tests = () => testsBelow('test/contract', 'test/widget', 'test/presets');

/**
 * Bundles every test that runs in browsers, with chunks for what they share. A page then fetches a
 * few files in place of hundreds of modules, which takes half of the time of all tests.
 *
 *   node scripts/bundle-tests.mjs .cache/tests      for several runs with BUNDLED_TESTS=.cache/tests
 *
 * @param {string} folder which is emptied first
 * @param {RegExp} [counted] sources whose branches are counted
 */
async function bundle(folder, counted) {
  await build({
    configFile: false,
    root,
    base: BASE,
    mode: 'development',
    logLevel: 'error',
    plugins: counted ? [countBranches(counted)] : [],
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(tests().map((file) => [file.slice(0, -3), root + file])),
        external: /^\/__/,
        preserveEntrySignatures: 'strict',
        checks: { pluginTimings: false, ineffectiveDynamicImport: false },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}

/** The folder that was bundled before, or one of this process, gone with it. */
async function bundled(counted) {
  const { BUNDLED_TESTS } = process.env;
  if (BUNDLED_TESTS && !counted) return `${root}${BUNDLED_TESTS}`;
  await mkdir(`${root}.cache`, { recursive: true });
  const folder = await mkdtemp(`${root}.cache/tests-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundle(folder, counted);
  return folder;
}

/**
 * Serves the bundled tests under their own addresses.
 * @param {RegExp} [counted] sources whose branches are counted
 * @returns a plugin of the test runner
 */
export async function bundledTests(counted) {
  const folder = await bundled(counted);
  const entries = new Set(tests().map((file) => `/${file}`));
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      if (entries.has(path)) {
        return { body: `import '${BASE}${path.slice(1, -3)}.js';`, type: 'js' };
      }
      if (!path.startsWith(BASE)) return undefined;
      const body = await readFile(`${folder}/${path.slice(BASE.length)}`, 'utf8');
      return { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(root + process.argv[2]);
