import type { Locator } from '@playwright/test';

/** All that is shown or said of an element: texts and labels, through all shadow roots. */
export const textsOf = (locator: Locator): Promise<string[]> =>
  locator.evaluate((element) => {
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data.replace(/\s+/g, ' ').trim());
      if (!(node instanceof Element) || node.localName === 'style' || node.localName === 'script')
        return;
      for (const name of ['aria-label', 'aria-valuetext', 'alt', 'title', 'placeholder']) {
        texts.push(node.getAttribute(name)?.trim() ?? '');
      }
      node.shadowRoot?.childNodes.forEach(walk);
      node.childNodes.forEach(walk);
    };
    walk(element);
    return texts.filter(Boolean);
  });
