import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root, run } from './steps.mjs';

const filesBelow = (folders) => {
  const files = folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
  if (files.length === 0) throw new Error(`no tests below ${folders.join(', ')}`);
  return files;
};

const RUNNER = ['--test', '--test-concurrency=2'];

/** The command that runs every `*.test.ts` below the folders with Node's own test runner. */
export const nodeTests = (...folders) => [
  process.execPath,
  '--import',
  'tsx',
  ...RUNNER,
  ...filesBelow(folders),
];

export const testOnNode = (...folders) => {
  const [command, ...args] = nodeTests(...folders);
  return run(command, args);
};

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
 * Runs the same tests from a bundle with chunks for what they share: reading hundreds of modules
 * anew for each of the files takes longer than most of them.
 */
export async function testBundledOnNode(...folders) {
  const { dependencies, devDependencies } = createRequire(import.meta.url)('../package.json');
  await mkdir(`${root}.cache`, { recursive: true });
  const folder = await mkdtemp(`${root}.cache/node-tests-`);
  const files = filesBelow(folders);
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
      ...RUNNER,
      ...files.map((file) => `${folder}/${file.replace(/ts$/, 'mjs')}`),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
