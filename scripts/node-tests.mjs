import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
 * Runs the tests below folders on Node, from a bundle with chunks for what they share, in one
 * process. In one of its own each file would read hundreds of modules anew and start with cold code
 * and a cold database engine, which takes longer than most of them.
 *
 *   node scripts/node-tests.mjs test/server test/demo
 */
async function testFromBundle(folders) {
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
    const all = `${folder}/all.mjs`;
    const imports = files.map((file) => `await import('./${file.replace(/ts$/, 'mjs')}');\n`);
    await writeFile(all, imports.join(''));
    // A thousand short tests leave much behind: more room for what is young halves the collector's work.
    const flags = ['--enable-source-maps', '--test-reporter=spec', '--max-semi-space-size=64'];
    await run(process.execPath, [...flags, all]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await testFromBundle(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
