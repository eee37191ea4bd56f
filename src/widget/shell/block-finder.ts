import { blocks } from '../blocks/registry.js';

/**
 * Fetches the code of the blocks that a page uses, now and when one appears later.
 * @param onFound called before the first block of a kind is fetched
 * @param onError what to do with the reason why one cannot be had
 * @param onChange called when anything on the page has changed
 */
export function findBlocks(
  onFound: () => void,
  onError: (tag: string) => (error: unknown) => unknown,
  onChange: () => void,
): void {
  const started = new Set<string>();
  const start = (tag: string): void => {
    const load = Object.hasOwn(blocks, tag) ? blocks[tag] : undefined;
    if (!load || started.has(tag)) return;
    started.add(tag);
    onFound();
    load().catch((error: unknown) => {
      // A later element of this kind tries again.
      started.delete(tag);
      void onError(tag)(error);
    });
  };
  const selector = Object.keys(blocks).join(',');
  const search = (root: ParentNode) =>
    root.querySelectorAll(selector).forEach(({ localName }) => start(localName));
  search(document);
  new MutationObserver((changes) => {
    onChange();
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        start(node.localName);
        if (node.firstElementChild) search(node);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
