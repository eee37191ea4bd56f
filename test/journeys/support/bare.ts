/**
 * A browser in which storage throws, as where a shopper forbids it or in a frame without an origin,
 * and which has no `crypto.randomUUID`, as without a secure context, and no channel between tabs.
 * To be run before the page's own code. Stands alone: it is handed to a page.
 */
export const makeBare = (): void => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
  Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  Reflect.deleteProperty(window, 'BroadcastChannel');
};
