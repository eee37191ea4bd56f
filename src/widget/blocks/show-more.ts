import type { LitElement } from 'lit';

/** A list that is read page by page. */
export interface PagedList {
  readonly block: LitElement;
  /** The lines that stand there, as they are read. */
  readonly lines: () => readonly HTMLElement[];
  readonly load: () => Promise<void> | undefined;
}

/**
 * Shows the next page. The button that asked goes with the last one, and would take the focus with it:
 * then that goes to the first line that is new, or to the last one where there was nothing more.
 */
export async function showMore({ block, lines, load }: PagedList): Promise<void> {
  const before = new Set(lines());
  const root = block.renderRoot as ShadowRoot;
  const button = root.activeElement;
  await load();
  await block.updateComplete;
  if (!button || button.isConnected) return;
  const now = lines();
  const line =
    root.querySelector<HTMLElement>('[part=error] button') ??
    now.find((one) => !before.has(one)) ??
    now.at(-1);
  await (line as Partial<LitElement> | undefined)?.updateComplete;
  // A card takes the focus inside.
  const target = line?.shadowRoot?.querySelector<HTMLElement>('article') ?? line;
  if (target && !target.matches('button')) target.tabIndex = -1;
  target?.focus();
}
