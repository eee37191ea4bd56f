import { inline, shop, type HostilePage } from '../support/page.js';

export default {
  title: 'storage throws, and there are no channels, locks, idle callbacks',
  html: (place) =>
    shop(place, {
      head: inline(
        place,
        `['localStorage', 'sessionStorage', 'indexedDB'].forEach(function (name) {
          Object.defineProperty(window, name, { get: function () { throw new DOMException('forbidden', 'SecurityError'); } });
        });
        Object.defineProperty(Document.prototype, 'cookie', { get: function () { throw new DOMException('forbidden', 'SecurityError'); } });
        delete window.BroadcastChannel; delete window.requestIdleCallback; delete window.EventSource;
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
        Object.defineProperty(Navigator.prototype, 'connection', { value: undefined });`,
      ),
    }),
} satisfies HostilePage;
