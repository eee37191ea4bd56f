import { ClosedEvent } from '../events/lifecycle.js';
import type { LoyaltyPanel } from './panel.js';

/** What can stand for something inside it that is gone. */
const STANDS = 'article, section, [tabindex]';

const watched = new WeakSet<LoyaltyPanel>();

/**
 * Keeps the focus in an open panel. What was pressed may be gone a moment later: the focus would fall
 * to the page, from where Tab begins anew and Escape reaches nobody. It goes to the nearest thing
 * around it that is still there. Ends when the panel closes.
 * @param pressed what was pressed, and what it lay in, outwards
 */
export function keepFocus(panel: LoyaltyPanel, pressed: readonly EventTarget[]): void {
  // Closed while this was fetched, and perhaps opened again.
  if (!panel.open || watched.has(panel)) return;
  watched.add(panel);
  const life = new AbortController();
  const { signal } = life;

  /** What had the focus, and what it lies in, outwards. */
  let path: readonly Element[] = [];
  /** Whether the shopper was in the panel last, also on something that takes no focus. */
  let wasInside = true;
  const observer = new MutationObserver(() => setTimeout(look));

  const look = (): void => {
    if (signal.aborted || !path.length) return;
    const active = activeElement();
    if (active) keep(active);
    else restore();
  };

  const keep = (element: Element): void => keepAll([...outwards(element)]);
  const keepAll = (all: readonly Element[]): void => {
    observer.disconnect();
    path = all.slice(0, Math.max(0, all.indexOf(panel)));
    wasInside = path.length > 0;
    const roots = new Set(path.map((one) => one.getRootNode()));
    // No observer looks into the shadow trees of others.
    for (const root of roots) observer.observe(root, { childList: true, subtree: true });
  };

  const restore = (): void => {
    const [first, ...around] = path;
    const view = panel.renderRoot.querySelector('#view');
    const stands = around.filter((one) => one.matches(STANDS));
    for (const one of [first, ...stands, view]) {
      if (!(one instanceof HTMLElement) || !one.isConnected) continue;
      if (one !== first && !one.hasAttribute('tabindex')) one.tabIndex = -1;
      // Its beginning may be far above where the shopper reads.
      one.focus({ preventScroll: one === view });
      const active = activeElement();
      if (active) return keep(active);
    }
  };

  const onMove = (event: Event): void => {
    const active = activeElement();
    if (active) return keep(active);
    // The key that pressed a button may come up where the button is gone.
    if (event.type === 'keyup') return;
    // Who presses beside everything wants to be nowhere.
    path = [];
    wasInside = event.composedPath().includes(panel);
  };
  // On their way down: by the end of a press its button may be gone.
  for (const type of ['click', 'keyup']) addEventListener(type, onMove, { signal, capture: true });

  addEventListener(
    'keydown',
    (event) => {
      const isNowhere = event.target === document.body && wasInside;
      if (event.key !== 'Escape' || event.defaultPrevented || !isNowhere) return;
      event.preventDefault();
      panel.close();
    },
    { signal },
  );
  panel.addEventListener(
    ClosedEvent.type,
    () => {
      watched.delete(panel);
      observer.disconnect();
      life.abort();
    },
    { once: true },
  );

  // It may be gone before this was fetched.
  const isGone = pressed[0] instanceof Node && !pressed[0].isConnected;
  if (isGone) keepAll(pressed.filter((one) => one instanceof Element));
  const active = activeElement();
  if (active) keep(active);
  else if (isGone) restore();
}

/** What has the focus, through all shadow roots; nothing where only the page has it. */
function activeElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body && active !== document.documentElement
    ? active
    : undefined;
}

/** An element and what it lies in, through all shadow roots. */
function* outwards(element: Element): Iterable<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    const slot: Node | null = node instanceof Element ? node.assignedSlot : null;
    node = slot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  }
}
