import { firstWord } from './i18n/first-words.js';
import { findBlocks } from './shell/block-finder.js';
import type { LoyaltyLauncher } from './shell/launcher.js';
import './shell/launcher.js';
import type { LoyaltyWidget } from './shell/widget.js';

/**
 * The script tag's entry: paints the launcher, finds the blocks, and fetches the rest when it is
 * wanted. It loads no Lit, sends no request and stores nothing.
 */

/** Of package.json, by the build. */
declare const VERSION: string;

const OPEN = 'loyalty-open-request';

/** By its address, not by `document.currentScript`, which an image of that name shadows. */
const script = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(
  ({ src }) => src === import.meta.url,
);

/** How long the balance waits for a page to rest, in milliseconds. */
const LONGEST_WAIT_MS = 4_000;

/** The one global of ours: which version runs. A symbol meets no name of the page. */
const RUNNING = Symbol.for('loyalty-widget');

const load = (): Promise<unknown> => import('./shell/app.js');

/** Says why something is missing, with the remedy; what a page's policy refuses is gone for good. */
const excuse = (what: string) => (error: unknown) =>
  (error as { code?: string }).code
    ? import('./shell/refused.js').then(({ refuse }) => refuse())
    : console.warn(
        `<loyalty-widget> ${what} could not be loaded; is the folder of loyalty.js complete?`,
      );

/** `document.body` may be an image of that name. */
const body = () => document.querySelector('body');

/** `data-*` of the tag are the attributes of `<loyalty-widget>`. */
function settings(): [name: string, value: string][] {
  return [...(script?.attributes ?? [])]
    .filter(({ name }) => name.startsWith('data-'))
    .map(({ name, value }) => [name.slice('data-'.length), value]);
}

function start(): void {
  const found = document.querySelector<LoyaltyWidget>('loyalty-widget');
  const widget = found ?? document.createElement('loyalty-widget');
  for (const [name, value] of settings()) {
    if (!widget.hasAttribute(name)) widget.setAttribute(name, value);
  }
  takeToken(widget);
  // `open()` is there from the first moment; the element's own takes its place.
  if (!customElements.get('loyalty-widget')) {
    widget.open = async (view) => {
      await load();
      Reflect.deleteProperty(widget, 'open');
      return widget.open(view);
    };
  }
  const launcher = paintLauncher(widget);
  if (!found) body()?.append(widget);
  const begin = () => void load().catch(excuse('code'));
  findBlocks(begin, excuse, () => comeAlong(widget));
  if (launcher) awaitIntent(widget, launcher);
  // Without a button of ours the page does all itself: the element's methods must be there.
  else begin();
  followLinks();
}

/**
 * A page that changes its body in place of itself leaves the widget in the old one, or puts a copy into
 * the new one. Who took the widget out on purpose left it nowhere.
 */
function comeAlong(widget: HTMLElement): void {
  if (widget.isConnected || !widget.parentNode) return;
  const copy = document.querySelector('loyalty-widget');
  if (copy) copy.replaceWith(widget);
  else body()?.append(widget);
}

/** A link to `#loyalty=rewards/off5` wants the widget, which then follows it. */
function followLinks(): void {
  const follow = () => /^#loyalty\b/.test(location.hash) && void load().catch(excuse('the panel'));
  addEventListener('hashchange', follow);
  follow();
}

/** A token in the markup is read and gone at once, long before the element's own code is there. */
function takeToken(widget: LoyaltyWidget): void {
  const token = widget.getAttribute('token');
  script?.removeAttribute('data-token');
  if (token === null) return;
  widget.removeAttribute('token');
  if (!widget.hasAttribute('token-url')) widget.getToken ??= () => Promise.resolve(token);
}

function paintLauncher(widget: HTMLElement): LoyaltyLauncher | undefined {
  if (widget.getAttribute('launcher') === 'none' || widget.querySelector('[slot=launcher]')) return;
  const launcher = document.createElement('loyalty-launcher');
  launcher.slot = 'launcher';
  launcher.label = firstWord(widget.getAttribute('locale') || document.documentElement.lang);
  launcher.setAttribute('position', widget.getAttribute('position') ?? '');
  widget.append(launcher);
  return launcher;
}

/** A finger near the button fetches the code, a press opens, and a page at rest gets ready. */
function awaitIntent(widget: LoyaltyWidget, launcher: LoyaltyLauncher): void {
  const warm = () =>
    load()
      .then(() => widget.warm())
      .catch(() => undefined);
  for (const type of ['pointerenter', 'focusin', 'touchstart']) {
    launcher.addEventListener(type, () => void warm(), { once: true, passive: true });
  }
  const open = (event: Event) => {
    // From its upgrade on the widget listens itself.
    if (customElements.get('loyalty-widget')) return removeEventListener(OPEN, open);
    if (event.defaultPrevented) return;
    const { view } = ((event as CustomEvent<unknown>).detail ?? {}) as { view?: string };
    launcher.busy = true;
    load()
      .then(() => widget.open(view))
      .catch(excuse('the panel'))
      .finally(() => (launcher.busy = false));
  };
  addEventListener(OPEN, open);
  whenIdle(() => {
    load()
      .then(() => rest(() => void widget.prepare()))
      .catch((error: unknown) => (error as { code?: string }).code && excuse('')(error));
  });
}

/** Once the page has loaded and rests; not for who asked to save data. */
function whenIdle(act: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  if (document.readyState === 'complete') rest(act);
  else addEventListener('load', () => rest(act), { once: true });
}

/** Where there is no `requestIdleCallback`, an element of that id may stand for it. */
function rest(act: () => void): void {
  if (typeof requestIdleCallback !== 'function') setTimeout(act);
  // A page that never rests gets its balance too.
  else requestIdleCallback(act, { timeout: LONGEST_WAIT_MS });
}

const running = Reflect.get(globalThis, RUNNING) as string | undefined;
if (running) {
  console.warn(
    `<loyalty-widget> is on this page twice; ${running} runs, ${VERSION} does not. Remove one tag.`,
  );
} else {
  Reflect.set(globalThis, RUNNING, VERSION);
  if (body()) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
}
