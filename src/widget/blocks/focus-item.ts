import type { LitElement } from 'lit';

/** Longer than an endpoint takes to answer or to fail. */
const PATIENCE_MS = 10_000;
/**
 * A ring and not a colour alone; it goes when the shopper goes on. Inside the card, because a card lets
 * no style of outside in.
 */
const MARK = `
  :host([data-found]) > * { border-radius: var(--_radius); outline: 3px solid var(--_focus);
    outline-offset: 3px; animation: found 700ms 2 alternate; }
  @keyframes found { to { outline-offset: 6px; } }
  @media (prefers-reduced-motion: reduce) { :host([data-found]) > * { animation: none; } }
`;

const marked = new WeakSet<ShadowRoot>();

/**
 * Waits until a block shows an item, scrolls to it, marks it and gives its heading the focus.
 * @returns whether the block has it
 */
export async function focusItem(block: LitElement, id: string): Promise<boolean> {
  await block.updateComplete;
  const root = block.renderRoot as ShadowRoot;
  const item = await shown(root, `[data-item="${CSS.escape(id)}"]`);
  if (!item) return false;
  await (item as Partial<LitElement>).updateComplete;
  const inside = item.shadowRoot;
  if (inside && !marked.has(inside)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(MARK);
    inside.adoptedStyleSheets = [...inside.adoptedStyleSheets, sheet];
    marked.add(inside);
  }
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  item.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  root.querySelectorAll('[data-found]').forEach((one) => one.removeAttribute('data-found'));
  item.setAttribute('data-found', '');
  const heading = inside?.querySelector<HTMLElement>('h2, h3') ?? (item as HTMLElement);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.addEventListener('blur', () => item.removeAttribute('data-found'), { once: true });
  return true;
}

/** The item, as soon as it stands there with its code; nothing once the block has all it will have. */
function shown(root: ShadowRoot, selector: string): Promise<Element | undefined> {
  return new Promise((resolve) => {
    const find = () => root.querySelector(selector) ?? undefined;
    const isWaiting = () => !!root.querySelector('.bone') || !!root.querySelector(':not(:defined)');
    const end = (item?: Element) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(item);
    };
    const look = () => {
      const item = find();
      if (item?.matches(':not(:defined)'))
        void customElements.whenDefined(item.localName).then(look);
      else if (item || !isWaiting()) end(item);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => end(find()), PATIENCE_MS);
    observer.observe(root, { childList: true, subtree: true });
    look();
  });
}
