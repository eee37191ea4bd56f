import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'vite';
import { root, run } from './steps.mjs';

/**
 * Runs a file of test/model with all it imports in one piece: there a chunk that comes when it is
 * wanted is there at once, and the only clock is the test's own.
 *
 *   node scripts/model.mjs model.test.ts      as `npm test` does
 *   node scripts/model.mjs soak.ts            `npm run soak`
 */
const [file = 'model.test.ts', ...rest] = process.argv.slice(2);
const { dependencies } = createRequire(import.meta.url)('../package.json');
await mkdir(`${root}.cache`, { recursive: true });
const folder = await mkdtemp(`${root}.cache/model-`);
try {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: `test/model/${file}`,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'model.mjs' } },
    },
    ssr: { external: [...Object.keys(dependencies), 'fast-check'] },
  });
  const flags = file.endsWith('.test.ts') ? ['--test'] : [];
  await run(process.execPath, [...flags, `${folder}/model.mjs`, ...rest]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
