import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { build } from 'vite';
import { countBranches } from './instrument.mjs';
import { root } from './steps.mjs';
import { testsBelow } from './test-files.mjs';

/** The address below which the bundled tests are served. */
export const BASE = '/bundled-tests/';

/** A folder of its own, gone with the process. */
async function outDir() {
  await mkdir(`${root}.cache`, { recursive: true });
  const folder = await mkdtemp(`${root}.cache/tests-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Bundles every test below the folders, with chunks for what they share, and serves the result under
 * the tests' own addresses. A page then fetches a few files in place of hundreds of modules, which
 * takes half of the time of all tests.
 * @param {string[]} folders with the tests
 * @param {RegExp} [counted] sources whose branches are counted
 * @returns a plugin of the test runner
 */
export async function bundledTests(folders, counted) {
  const folder = await outDir();
  const tests = testsBelow(...folders);
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
      target: 'es2022',
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(tests.map((file) => [file.slice(0, -3), root + file])),
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
  const entries = new Set(tests.map((file) => `/${file}`));
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
