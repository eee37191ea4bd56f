import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'vite';
import { root, run } from './steps.mjs';

/**
 * The tests of test/mutation on Node, in one piece: what the mutation tool runs for each mutant. The
 * piece holds all mutants, and is made once for each copy of the project that the tool makes.
 */
const folder = `${root}.cache/mutation`;
const piece = `${folder}/tests.mjs`;
const { dependencies, devDependencies } = createRequire(import.meta.url)('../package.json');

if (!existsSync(piece) || !process.env.__STRYKER_ACTIVE_MUTANT__) {
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@open-wc/testing': '@esm-bundle/chai/esm/chai.js' } },
    build: {
      ssr: 'test/mutation/tests.ts',
      outDir: folder,
      target: 'node20',
      minify: false,
      // Tests are their effects; the package says that its modules have none.
      rolldownOptions: {
        treeshake: false,
        output: { codeSplitting: false, entryFileNames: 'tests.mjs' },
      },
    },
    ssr: { external: [...Object.keys(dependencies), ...Object.keys(devDependencies)] },
  });
}
try {
  await run(process.execPath, [piece]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
