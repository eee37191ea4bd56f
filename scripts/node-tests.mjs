import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root, run } from './steps.mjs';
import { testsBelow } from './test-files.mjs';

/** A module finds files beside itself where it was written, not where its bundle lies. */
const whereItWasWritten = {
  name: 'where-it-was-written',
  enforce: 'pre',
  transform: {
    filter: { code: /import\.meta\.url/, id: /\.ts$/ },
    handler: (code, id) => ({
      code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
      map: null,
    }),
  },
};

/**
 * Runs the tests below folders on Node, from a bundle with chunks for what they share: reading
 * hundreds of modules anew for each of the files takes longer than most of them.
 *
 *   node scripts/node-tests.mjs test/server test/demo
 *   node scripts/node-tests.mjs --concurrency 1 test/server/ledger
 */
async function testFromBundle(folders, concurrency) {
  const { dependencies, devDependencies } = createRequire(import.meta.url)('../package.json');
  await mkdir(`${root}.cache`, { recursive: true });
  const folder = await mkdtemp(`${root}.cache/node-tests-`);
  const files = testsBelow(...folders);
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      plugins: [whereItWasWritten],
      build: {
        ssr: true,
        outDir: folder,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: Object.fromEntries(files.map((file) => [file.slice(0, -3), root + file])),
          checks: { pluginTimings: false, ineffectiveDynamicImport: false },
          output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
        },
      },
      ssr: { external: Object.keys({ ...dependencies, ...devDependencies }) },
    });
    await run(process.execPath, [
      '--enable-source-maps',
      '--test',
      '--test-reporter=spec',
      `--test-concurrency=${concurrency}`,
      ...files.map((file) => `${folder}/${file.replace(/ts$/, 'mjs')}`),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concurrency: { type: 'string', default: '2' } },
  });
  try {
    await testFromBundle(positionals, values.concurrency);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
