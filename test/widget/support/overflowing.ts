/**
 * Parts of the panel that stick out of it, or that would scroll sideways. Stands alone: journeys hand
 * it to a page.
 */
export function overflowing(dialog: Element): string[] {
  const found: string[] = [];
  const edge = dialog.getBoundingClientRect();
  if (edge.left < 0 || edge.right > innerWidth) found.push('the panel itself');
  // Its head and its tabs stand still; only the section between them scrolls.
  if (dialog.scrollHeight > dialog.clientHeight) found.push('the panel, downwards');
  const walk = (node: Element): void => {
    if (node.matches('.visually-hidden')) return;
    const { left, right, width } = node.getBoundingClientRect();
    const { overflowX } = getComputedStyle(node);
    // A field of one line shows a part of a long text by its nature.
    const scrolls =
      overflowX !== 'visible' && !node.matches('input') && node.scrollWidth > node.clientWidth;
    if (width > 1 && (scrolls || left < edge.left - 1 || right > edge.right + 1)) {
      const text = node.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
      found.push(`${node.localName}.${node.getAttribute('class')} “${text}”`);
    }
    [...(node.shadowRoot?.children ?? []), ...node.children].forEach(walk);
  };
  walk(dialog);
  return found;
}
