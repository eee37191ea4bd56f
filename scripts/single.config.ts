import type { Plugin, UserConfig } from 'vite';
import config from '../vite.config.js';

/** The server inside the page is for playgrounds; a file that is fetched whole does not carry it. */
const withoutSandbox: Plugin = {
  name: 'without-sandbox',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('sandbox/connect.js') ? '\0no-sandbox' : null),
  load: (id) =>
    id === '\0no-sandbox'
      ? `export const connect = () => Promise.reject(new Error(
          'The single file has no sandbox: use loyalty.js and its chunks.'));`
      : null,
};

const { plugins = [], build = {}, ...rest } = config;

/** `loyalty.single.js`: everything in one file, for shops that want one hash and no further requests. */
export default {
  ...rest,
  plugins: [withoutSandbox, ...plugins.filter((one) => (one as Plugin).name !== 'programmes')],
  build: {
    ...build,
    emptyOutDir: false,
    lib: {
      entry: 'src/widget/loyalty.ts',
      formats: ['es'],
      fileName: () => 'loyalty.single.js',
    },
    rolldownOptions: {
      ...build.rolldownOptions,
      output: { minify: true, codeSplitting: false },
    },
  },
} satisfies UserConfig;
