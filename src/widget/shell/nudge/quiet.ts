/** When a reminder may speak, and how loud. */

/** Nobody is spoken to in the first seconds of a page. */
export const WAIT_MS = 8_000;

/** A bubble wants room beside what the shopper reads. */
const ROOM = '(min-width: 720px) and (min-height: 560px)';

/** Whether there is room for words; otherwise, and near the till, a dot on the button has to do. */
export const mayTalk = (mode: string | null): boolean =>
  mode !== 'quiet' && !isCheckout() && matchMedia(ROOM).matches;

/** `data-page="checkout"` on the page's `html` or `body`. */
const isCheckout = (): boolean =>
  [document.documentElement, document.body].some(({ dataset }) => dataset['page'] === 'checkout');

/** The shopper is busy: typing, or in a dialog. */
export function isBusy(): boolean {
  const field = document.activeElement;
  const isTyping =
    field instanceof HTMLElement &&
    (field.isContentEditable || /^(input|textarea|select)$/.test(field.localName));
  return isTyping || document.visibilityState !== 'visible' || !!document.querySelector(':modal');
}

const key = (program: string): string => `loyalty-nudge-closed:${program}`;

/** One that was sent away is not followed by another until the tab is closed. */
export function isClosed(program: string): boolean {
  try {
    return sessionStorage.getItem(key(program)) !== null;
  } catch {
    return false;
  }
}

export function close(program: string): void {
  try {
    sessionStorage.setItem(key(program), '1');
  } catch {
    // It holds for this page.
  }
}
