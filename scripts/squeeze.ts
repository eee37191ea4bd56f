import { minify } from 'terser';
import type { Plugin } from 'vite';
import { fold } from './fold-templates.js';
import { staticProperties } from './static-properties.js';

/** What makes the page's build smaller than a bundler alone does. Bytes are the product there. */

const isOurs = (id: string): boolean => id.includes('/src/widget/') && /\.ts(\?entry)?$/.test(id);

export const smallerSources: Plugin = {
  name: 'smaller-sources',
  enforce: 'pre',
  transform(code, id) {
    return isOurs(id) ? { code: staticProperties(fold(code)), map: null } : null;
  },
};

/** Terser leaves the letters of template literals as they are; an escape is the same there. */
const asciiOnly = (code: string): string =>
  code.replace(/[^\p{ASCII}]/gu, (letter) =>
    [...Array(letter.length).keys()]
      .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** A second pass that knows more tricks, and leaves nothing outside ASCII for a page of another charset. */
export const secondPass: Plugin = {
  name: 'second-pass',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
        format: { ascii_only: true },
      });
      chunk.code = asciiOnly(code ?? chunk.code);
    }
  },
};
