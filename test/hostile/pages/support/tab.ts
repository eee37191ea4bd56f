/** A rectangle of the viewport, in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One tab of one engine, as little as a journey needs. Drivers are thin: all looking is done by
 * expressions in the page, all pressing by a real pointer.
 */
export interface Tab {
  open(url: string): Promise<void>;
  back(): Promise<void>;
  /** What an expression gives in the page, as text. */
  read(expression: string): Promise<string>;
  press(x: number, y: number): Promise<void>;
  /** A PNG of a part of the viewport, where the engine's driver has pictures. */
  picture?(clip: Rect): Promise<Buffer>;
  close(): Promise<void>;
}

/** One browser for all pages; each gets a context of its own. */
export interface Engine {
  readonly name: string;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 30;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until an expression gives what a test wants. @returns what it gave */
export async function until(
  tab: Tab,
  expression: string,
  isWanted: (text: string) => boolean = (text) => text !== '',
  patience = PATIENCE_MS,
): Promise<string> {
  const end = Date.now() + patience;
  for (;;) {
    const text = await tab.read(expression);
    if (isWanted(text)) return text;
    if (Date.now() > end) {
      const reports = await tab.read('String(window.reports)');
      throw new Error(`Waited in vain for ${expression.slice(-120)}\nIt gave: ${text}\n${reports}`);
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * Finds the first visible element through all shadow roots. It trusts the page in nothing: no array
 * methods, no names on `document`, which images shadow.
 */
const FIND = `function find(selector, text, root) {
  var scope = root || document;
  var all = (scope instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll;
  var hits = all.call(scope, selector);
  for (var i = 0; i < hits.length; i++) {
    var box = hits[i].getBoundingClientRect();
    var isSeen = box.width > 0 && box.height > 0;
    var words = hits[i].textContent + ' ' + hits[i].getAttribute('aria-label');
    if (isSeen && words.indexOf(text) >= 0) return hits[i];
  }
  var every = all.call(scope, '*');
  for (var j = 0; j < every.length; j++) {
    var inner = every[j].shadowRoot && find(selector, text, every[j].shadowRoot);
    if (inner) return inner;
  }
  return null;
}`;

/** An expression about the first visible element that a selector finds; empty where there is none. */
export const about = (selector: string, text: string, what: string): string =>
  `(function () { ${FIND}
  var it = find(${JSON.stringify(selector)}, ${JSON.stringify(text)});
  return it ? String(${what}) : ''; })()`;

const RECT = `(it.scrollIntoView({ block: 'nearest' }), it = it.getBoundingClientRect(),
  it.x + ' ' + it.y + ' ' + it.width + ' ' + it.height)`;

/** Where something stands, once it is there and no longer on its way. */
export async function rectOf(tab: Tab, selector: string, text = ''): Promise<Rect> {
  let last = '';
  const still = await until(tab, about(selector, text, RECT), (rect) => {
    const isStill = rect !== '' && rect === last;
    last = rect;
    return isStill;
  });
  const [x = 0, y = 0, width = 0, height = 0] = still.split(' ').map(Number);
  return { x, y, width, height };
}

/** Waits for something, and presses its middle. */
export async function press(tab: Tab, selector: string, text = ''): Promise<void> {
  const { x, y, width, height } = await rectOf(tab, selector, text);
  await tab.press(x + width / 2, y + height / 2);
}

/** Waits for something. @returns its text */
export const textOf = (tab: Tab, selector: string, text = ''): Promise<string> =>
  until(tab, about(selector, text, 'it.textContent.trim()'));
