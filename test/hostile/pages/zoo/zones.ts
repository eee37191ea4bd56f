import { inline, shop, type HostilePage } from '../support/page.js';

/** Monitoring and zones: what is asynchronous is wrapped, in the way of zone.js and its like. */
const PATCH = `
  var Native = Promise;
  function Wrapped(run) {
    var inner = new Native(run);
    this.inner = inner;
  }
  Wrapped.prototype.then = function (done, failed) { return wrap(this.inner.then(done, failed)); };
  Wrapped.prototype.catch = function (failed) { return wrap(this.inner.catch(failed)); };
  Wrapped.prototype.finally = function (act) { return wrap(this.inner.finally(act)); };
  Object.defineProperty(Wrapped.prototype, Symbol.toStringTag, { value: 'Promise' });
  function wrap(inner) { var made = Object.create(Wrapped.prototype); made.inner = inner; return made; }
  ['resolve', 'reject', 'all', 'allSettled', 'race', 'any'].forEach(function (name) {
    Wrapped[name] = function (value) { return wrap(Native[name](value)); };
  });
  window.Promise = Wrapped;
  var ask = window.fetch;
  window.fetch = function (input, init) {
    return wrap(ask.call(window, input, init).then(function (answer) { window.seen = (window.seen || 0) + 1; return answer; }));
  };
  ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'requestIdleCallback'].forEach(function (name) {
    var plain = window[name];
    if (!plain) return;
    window[name] = function (act) {
      var rest = [].slice.call(arguments, 1);
      return plain.apply(window, [function () { return act.apply(this, arguments); }].concat(rest));
    };
  });
  var listen = EventTarget.prototype.addEventListener;
  var unlisten = EventTarget.prototype.removeEventListener;
  var wrappers = new WeakMap();
  function wrapped(act) {
    if (typeof act !== 'function') return act;
    if (!wrappers.has(act)) wrappers.set(act, function () { return act.apply(this, arguments); });
    return wrappers.get(act);
  }
  EventTarget.prototype.addEventListener = function (type, act, options) { return listen.call(this, type, wrapped(act), options); };
  EventTarget.prototype.removeEventListener = function (type, act, options) { return unlisten.call(this, type, wrapped(act), options); };
`;

export default {
  title: 'fetch, promises, timers and listeners are wrapped',
  html: (place) => shop(place, { head: inline(place, PATCH) }),
  afterwards: `window.seen > 0 ? 'yes' : 'no'`,
} satisfies HostilePage;
