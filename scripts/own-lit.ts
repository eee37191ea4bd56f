import type { Plugin } from 'vite';

/**
 * Makes the Lit that lies in the page's build our own: it touches no global of the page, so that no
 * element named `litHtmlVersions` can stop it, and its Trusted Types policy has a name that a shop can
 * allow beside that of its own Lit (docs/embedding.md). What it drops are hooks for polyfills, dev tools
 * and decorators that this build does not use, a way to style elements that no browser of its
 * target needs, a word to who makes styles by hand, and formulas.
 */

type Change = readonly [what: RegExp, put: string];

const name = '[\\w$]+';
const pattern = (text: string): RegExp => new RegExp(text.replaceAll('NAME', name), 'g');

const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'lit-html/lit-html.js': [
    [
      pattern('NAME\\?(NAME)\\.createPolicy\\("lit-html",\\{createHTML:NAME=>NAME\\}\\):void 0'),
      'ownPolicy($1)',
    ],
    [
      pattern(
        ',NAME=NAME\\.litHtmlPolyfillSupport;NAME\\?\\.\\([^)]*\\),\\(NAME\\.litHtmlVersions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\);',
      ),
      ';',
    ],
    [pattern(':3===NAME\\?"</?math>":""'), ':""'],
    [/^/, `import{ownPolicy}from"/src/widget/ui/own-policy.ts";`],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [pattern(',NAME=NAME\\.trustedTypes,(NAME)=NAME\\?NAME\\.emptyScript:""'), ',$1=""'],
    [pattern(',NAME=NAME\\.reactiveElementPolyfillSupport'), ''],
    // Attributes of ours are texts, numbers and switches.
    [pattern('case Object:case Array:NAME=null==NAME\\?NAME:JSON\\.stringify\\(NAME\\)'), ''],
    [
      pattern(
        'case Object:case Array:try\\{NAME=JSON\\.parse\\(NAME\\)\\}catch\\(NAME\\)\\{NAME=null\\}',
      ),
      '',
    ],
    // Initializers are for decorators that read metadata; controllers of ours stay as long as their host.
    [pattern('static addInitializer\\(NAME\\)\\{.*?\\}(?=static get observedAttributes)'), ''],
    [pattern(',this\\.constructor\\.NAME\\?\\.forEach\\(NAME=>NAME\\(this\\)\\)'), ''],
    [pattern(',void 0!==NAME\\.l&&\\(this\\.l=\\[\\.\\.\\.NAME\\.l\\]\\)'), ''],
    [pattern('removeController\\(NAME\\)\\{this\\._\\$EO\\?\\.delete\\(NAME\\)\\}'), ''],
    [
      pattern(
        ',NAME\\?\\.\\(\\{ReactiveElement:NAME\\}\\),\\(NAME\\.reactiveElementVersions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\);',
      ),
      ';',
    ],
    [
      pattern(
        'Symbol\\.metadata\\?\\?=Symbol\\("metadata"\\),NAME\\.litPropertyMetadata\\?\\?=new WeakMap;',
      ),
      '',
    ],
    [
      pattern(
        'const (NAME)=this\\[Symbol\\.metadata\\];if\\(null!==\\1\\)\\{.*?\\}(?=this\\._\\$Eh=)',
      ),
      '',
    ],
  ],
  'lit-element/lit-element.js': [
    // Where styles are adopted nothing stands in a root before its template.
    [
      pattern(
        'createRenderRoot\\(\\)\\{const NAME=super\\.createRenderRoot\\(\\);return this\\.renderOptions\\.renderBefore\\?\\?=NAME\\.firstChild,NAME\\}',
      ),
      '',
    ],
    [
      pattern(
        ',NAME\\.litElementHydrateSupport\\?\\.\\(\\{LitElement:NAME\\}\\);const NAME=NAME\\.litElementPolyfillSupport;NAME\\?\\.\\(\\{LitElement:NAME\\}\\);',
      ),
      ';',
    ],
    [pattern('\\(NAME\\.litElementVersions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\);'), ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    [pattern('NAME\\.ShadowRoot&&.*?"replace"in CSSStyleSheet\\.prototype'), '!0'],
    [pattern('if\\((this\\._\\$cssResult\\$=!0),NAME!==NAME\\)throw Error\\("[^"]*"\\);'), '$1;'],
  ],
};

/** @throws when a change finds nothing, or a global is left: then Lit has changed, and the list must too */
export function ownLit(file: string, code: string): string {
  const changes = CHANGES[file];
  if (!changes) return code;
  const ours = changes.reduce((text, [what, put]) => {
    const changed = text.replace(what, put);
    if (changed === text) {
      throw new Error(`${file} has nothing like ${String(what)}: correct scripts/own-lit.ts.`);
    }
    return changed;
  }, code);
  const left = /\w*(PolyfillSupport|HydrateSupport|Versions\b|litPropertyMetadata|ShadyCSS)/.exec(
    ours,
  );
  if (left)
    throw new Error(`${file} still reads ${left[0]} from the page: correct scripts/own-lit.ts.`);
  return ours;
}

export const litOfOurOwn: Plugin = {
  name: 'lit-of-our-own',
  enforce: 'pre',
  transform(code, id) {
    const file = Object.keys(CHANGES).find((one) =>
      id.split('?')[0]?.endsWith(`node_modules/${one}`),
    );
    return file ? { code: ownLit(file, code), map: null } : null;
  },
};
