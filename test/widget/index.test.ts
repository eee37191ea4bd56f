import { expect } from '@open-wc/testing';
import { blocks } from '../../src/widget/blocks/registry.js';
import * as all from '../../src/widget/index.js';

/** What `import 'loyalty-widget'` brings, where the script tag's entry fetches each block by itself. */
describe('the npm entry', () => {
  const shell = ['loyalty-provider', 'loyalty-widget', 'loyalty-launcher', 'loyalty-panel'];
  const exported = new Set<unknown>(Object.values(all));

  for (const tag of [...Object.keys(blocks), ...shell]) {
    it(`defines ${tag}, and exports its class`, () => {
      const element = customElements.get(tag);
      expect(element, `${tag} is defined`).not.to.be.undefined;
      expect(exported.has(element), `src/widget/index.ts exports the class of ${tag}`).to.be.true;
    });
  }
});
