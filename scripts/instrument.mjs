import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * A plugin of the bundler that counts which branches of the sources run, in `__coverage__` of the
 * page, where the test runner looks for it. The sources are counted as they were written, types and
 * all: neither what a compiler adds nor what an engine chooses to count takes part in the figures.
 * @param {RegExp} sources which files are counted, by their whole path
 */
export const countBranches = (sources) => ({
  name: 'count-branches',
  enforce: 'pre',
  transform: {
    filter: { id: sources },
    handler: (code, id) => {
      const instrumenter = createInstrumenter({
        esModules: true,
        compact: false,
        // The page may forbid `new Function`.
        coverageGlobalScopeFunc: false,
        coverageGlobalScope: 'globalThis',
        parserPlugins: ['typescript', 'decorators', 'decoratorAutoAccessors', 'importAttributes'],
      });
      return { code: instrumenter.instrumentSync(code, id), map: null };
    },
  },
});
