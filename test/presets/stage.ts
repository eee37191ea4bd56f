import { expect, fixture, html } from '@open-wc/testing';
import { blocks } from '../../src/widget/blocks/registry.js';
import type { LoyaltyWidget } from '../../src/widget/shell/widget.js';
import '../../src/widget/shell/widget.js';
import { audit } from '../widget/support/audit.js';
import { englishWords } from '../widget/support/every-word.js';
import { misnamed } from '../widget/support/names.js';
import { rendered } from '../widget/support/place.js';
import { JUNK, maybe, saidBy } from '../widget/support/shown.js';
import type { Preset, State } from './preset.js';

/** A page with the widget and every block on it, served by the sandbox. */

const KEYS = Object.keys(englishWords);
const PATIENCE_MS = 15_000;

/** Whatever a shopper or a developer should never meet; filled while a stage is up. */
const faults: string[] = [];
/** What a preview answers to a block that asks what a cart earns: nothing is asked in its name. */
const PREVIEW = 'This is a preview';
let isPreview = false;
const note = (kind: string, what: unknown): void => {
  if (isPreview && String(what).includes(PREVIEW)) return;
  faults.push(`${kind}: ${what instanceof Error ? (what.stack ?? what.message) : String(what)}`);
};

const real = { error: console.error, warn: console.warn };

function listen(): void {
  faults.length = 0;
  console.error = (...args) => note('console.error', args.join(' '));
  console.warn = (...args) => note('console.warn', args.join(' '));
}

export const silence = (): void => void Object.assign(console, real);

addEventListener('unhandledrejection', ({ reason }) => note('unhandled', reason));
addEventListener('loyalty-error', (event) => note('loyalty-error', JSON.stringify(event.detail)));

/** What a block is told besides its tag; most need nothing. */
const settings: Readonly<Record<string, (element: HTMLElement, preset: Preset) => void>> = {
  'loyalty-estimate': (element, { past }) => {
    const [[name, item] = []] = Object.entries(past.goods);
    element.setAttribute('product', name?.split('/')[0] ?? '');
    element.setAttribute('amount', String(item?.price ?? 0));
    element.setAttribute('collections', (item?.collections ?? []).join(' '));
  },
  'loyalty-cart': (element, { past, programme }) => {
    const lines = Object.entries(past.goods)
      .slice(0, 3)
      .map(([name, { price, collections }]) => ({
        product: name.split('/')[0] ?? '',
        collections: [...(collections ?? [])],
        qty: 1,
        total: price,
      }));
    const subtotal = lines.reduce((sum, { total }) => sum + total, 0);
    Object.assign(element, { cart: { currency: programme.currency, subtotal, lines } });
  },
};

export interface Stage {
  readonly widget: LoyaltyWidget;
  readonly blocks: readonly HTMLElement[];
}

/** How a page looks around the widget. No language of the catalogue runs from right to left: a preview does. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

export const LOOKS: readonly Look[] = (['ltr', 'rtl'] as const).flatMap((dir) =>
  (['light', 'dark'] as const).map((scheme) => ({ scheme, dir })),
);

/** Every public block below one widget, with all that they show. */
export async function stage(
  preset: Preset,
  state: State,
  locale: string,
  { scheme, dir }: Look = LOOKS[0]!,
): Promise<Stage> {
  listen();
  const widget = document.createElement('loyalty-widget');
  const { programme, past } = preset;
  widget.sandbox = { programme, past, member: state };
  widget.locale = locale;
  widget.colorScheme = scheme;
  isPreview = dir === 'rtl';
  if (isPreview) widget.preview = 'rtl';
  await Promise.all(Object.values(blocks).map((load) => load()));
  const elements = Object.keys(blocks).map((tag) => {
    const element = document.createElement(tag);
    settings[tag]?.(element, preset);
    return element;
  });
  const page = await fixture<HTMLElement>(html`<main dir=${dir}></main>`);
  page.style.cssText = `color-scheme:${scheme};background:Canvas;color:CanvasText`;
  page.append(widget, ...elements);
  await quiet(page);
  return { widget, blocks: elements };
}

/** Waits until no bone is left and nothing wants to render. */
export async function quiet(root: Element): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const waiting = async (): Promise<Element | undefined> => {
    await rendered(root);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return maybe(root, '.bone');
  };
  for (let bone = await waiting(); bone; bone = await waiting()) {
    if (Date.now() > end) {
      const { host } = bone.getRootNode() as ShadowRoot;
      throw new Error(`<${host.localName}> is still waiting for its data`);
    }
  }
  await rendered(root);
}

/** What is said must be meant for shoppers. */
export function expectPlainWords(root: Element, where: string): void {
  const said = saidBy(root);
  const junk = JUNK.exec(said);
  const near = junk ? said.slice(Math.max(0, junk.index - 60), junk.index + 60) : '';
  expect(near, `${where} says`).to.equal('');
  expect(
    KEYS.filter((key) => said.includes(key)),
    `${where} says a key`,
  ).to.deep.equal([]);
}

/** Everything can be called by what is read on it, and says in words how far it is. */
export function expectNames(root: Element, where: string): void {
  expect([...new Set(misnamed(root))], where).to.deep.equal([]);
}

export async function expectAccessible(root: Element, where: string): Promise<void> {
  expect(await audit(root), where).to.deep.equal([]);
}

export function expectNoFaults(): void {
  expect([...new Set(faults)]).to.deep.equal([]);
}
