/**
 * Whether the page at the top of the window is another site's: whoever wrote that page can lay theirs
 * over ours, and have the shopper press what they do not see. A frame in the shop's own page is its own.
 */
export function isFramedByOthers(view: Pick<Window, 'top'> = window): boolean {
  try {
    return typeof view.top?.location.href !== 'string';
  } catch {
    return true;
  }
}

/** Nothing is spent in a frame of somebody else's. Nothing was sent. */
export class FramedError extends Error {
  override name = 'FramedError';
  readonly code = 'framed';
  readonly isUnsent = true;
  constructor() {
    super(
      'This page stands in a frame of another site, where presses can be stolen: nothing was done. If that frame is yours, write allow-framed on this element. See docs/embedding.md.',
    );
  }
}
