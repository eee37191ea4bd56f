import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { foldTemplates } from './scripts/fold-templates.js';

/** What the entry shares with the rest in so few bytes that a second copy is cheaper than a request. */
const COPIED = ['/src/widget/ui/theme.ts', '/src/widget/ui/define.ts'];
const ENTRY = ['/src/widget/loyalty.ts', '/src/widget/shell/launcher.ts'];

/**
 * Gives the entry copies of its own, so that it stays one file: it must paint the launcher after one
 * request, and no chunk may import it (an address with `?v=2` would then run it twice).
 */
const entryStandsAlone: Plugin = {
  name: 'entry-stands-alone',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !ENTRY.some((file) => importer.endsWith(file))) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    if (!resolved || !COPIED.some((file) => resolved.id.endsWith(file))) return null;
    return `${resolved.id}?entry`;
  },
};

/** Lit, the store and what every block stands on: one chunk, because all of it is needed at once. */
const core =
  /node_modules\/(@?lit|lit-)|src\/contract\/|src\/widget\/(client|store|context|events|i18n\/(?!de|en|first)|ui\/(?!celebration)|cards\/(card|progress|request-flow)\.|blocks\/block\.|shell\/(connection|facts|printed|provider|requests|widget)\.)/;

/** The script tag's build: one entry, and chunks that it fetches when they are wanted. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [entryStandsAlone, foldTemplates],
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    copyPublicDir: false,
    sourcemap: true,
    modulePreload: false,
    lib: { entry: 'src/widget/loyalty.ts', formats: ['es'], fileName: () => 'loyalty.js' },
    rolldownOptions: {
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: (id) => core.test(id) && !id.endsWith('?entry'),
            },
          ],
        },
      },
    },
  },
});
