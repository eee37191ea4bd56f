import { Block } from '../blocks/block.js';

/** The blocks of a section, those inside others included. */
function* blocksIn(root: ParentNode): Iterable<Block> {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof Block) yield element;
    if (element.shadowRoot) yield* blocksIn(element.shadowRoot);
  }
}

/** Brings an item of a section before the shopper. @returns whether one of its blocks has it */
export async function findItem(section: ParentNode, id: string): Promise<boolean> {
  for (const block of [...blocksIn(section)]) {
    if (await block.focusItem(id)) return true;
  }
  return false;
}
