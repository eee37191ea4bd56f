import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import ours from './package.json' with { type: 'json' };
import { litOfOurOwn } from './scripts/own-lit.js';
import { secondPass, smallerSources } from './scripts/squeeze.js';

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

/** The programmes that `endpoint="sandbox:<name>"` finds beside the chunks, with their members' past. */
const programmes: Plugin = {
  name: 'programmes',
  generateBundle() {
    const folder = new URL('demo/programmes/', import.meta.url);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const source = JSON.stringify(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      this.emitFile({ type: 'asset', fileName: `programmes/${file}`, source });
    }
  },
};

/** Lit, the store and what every block stands on: one chunk, because all of it is needed at once. */
const CORE = [
  'contract/decode',
  'contract/generated/page-first',
  'contract/plain-json',
  'widget/blocks/(block|failed|where)',
  'widget/cards/card',
  'widget/client/(body|client|endpoint|errors|knowledge|port|retry|token)',
  'widget/context/',
  'widget/events/(fact-event|lifecycle|request-event|ways-in)',
  'widget/i18n/(catalogue|formats|load|load-failure|localizer)',
  'widget/shell/(app|connection|known-words|printed|provider|requests|widget)',
  'widget/store/(catalog|intent-storage|remote|selectors|snapshot|store)',
  'widget/ui/(announcer|block.styles|button.styles|card.styles|constant-css|define|host.styles|icons|own-policy|parts|safe-url|theme|theme.styles)',
];

/** What opening the panel waits for besides. */
const HOME = [
  'widget/blocks/points',
  'widget/cards/points-card',
  'widget/shell/(opening|legal|panel|panel.styles|tabs|views|home/home)',
];

const below = (names: readonly string[]): RegExp =>
  new RegExp(`/src/(${names.map((name) => (name.endsWith('/') ? name : `${name}\\.`)).join('|')})`);
const LIT = /node_modules\/(@lit|lit|lit-element|lit-html)\/(?!directive)/;
const isCore = (id: string): boolean => LIT.test(id) || below(CORE).test(id);

/** The script tag's build: one entry, and chunks that it fetches when they are wanted. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [entryStandsAlone, litOfOurOwn, smallerSources, secondPass, programmes],
  define: { VERSION: JSON.stringify(ours.version) },
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    copyPublicDir: false,
    modulePreload: false,
    lib: { entry: 'src/widget/loyalty.ts', formats: ['es'], fileName: () => 'loyalty.js' },
    rolldownOptions: {
      // The second pass is slow on purpose; the first blocks come with the panel, or alone.
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      output: {
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        minify: true,
        codeSplitting: {
          groups: [
            { name: 'core', test: (id) => isCore(id) && !id.endsWith('?entry') },
            { name: 'home', test: below(HOME) },
            { name: 'describe', test: /src\/widget\/i18n\/describe\./ },
            // Whoever is signed in has a line to the server: what reads it comes in the same request.
            { name: 'live', test: /src\/widget\/(store\/(live|changes)|client\/stream)\./ },
            // One request for the card that most programmes have, and for what the others stand on.
            { name: 'track', test: /src\/widget\/cards\/track-(card|challenge)\./ },
          ],
        },
      },
    },
  },
});
