import { decode } from '../../contract/decode.js';
import { first } from '../../contract/generated/page-first.js';
import type { Bootstrap } from '../../contract/types.js';

let isUsed = false;

/**
 * The bootstrap document that a shop may print into its page, so that first paint needs no request:
 * `<script type="application/json" id="loyalty-bootstrap">`. A broken one is passed over.
 */
export function printedBootstrap(): Bootstrap | undefined {
  // It tells of the page's first moment, once.
  if (isUsed) return undefined;
  isUsed = true;
  const element = document.querySelector('script#loyalty-bootstrap[type="application/json"]');
  if (!element?.textContent) return undefined;
  try {
    return decode('Bootstrap', JSON.parse(element.textContent), first.table, () => undefined);
  } catch {
    return undefined;
  }
}
