import { inline, shop, type HostilePage } from '../support/page.js';

/** What Prototype up to 1.6 does to a page's built-in types; written after its documentation. */
const PATCH = `
  function add(target, methods) { for (var name in methods) target[name] = methods[name]; }
  Object.toJSON = function (value) {
    if (value === null) return 'null';
    if (value === undefined || typeof value === 'function') return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value.toJSON) return value.toJSON();
    var parts = [];
    for (var key in value) {
      var text = Object.toJSON(value[key]);
      if (text !== undefined) parts.push('"' + key + '": ' + text);
    }
    return '{' + parts.join(', ') + '}';
  };
  var each = { each: function (act) { for (var i = 0; i < this.length; i++) act(this[i], i); return this; } };
  add(Array.prototype, each);
  add(Array.prototype, {
    toJSON: function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; },
    inspect: function () { return '[' + this.join(', ') + ']'; },
    first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
    without: function () { return this; }, uniq: function () { return this; },
    find: function (test) { for (var i = 0; i < this.length; i++) if (test(this[i], i)) return this[i]; },
    flatten: function () { return this.flat(9); }, clone: function () { return [].concat(this); },
    size: function () { return this.length; }, clear: function () { this.length = 0; return this; },
  });
  add(String.prototype, {
    toJSON: function () { return '"' + this.replace(/"/g, '\\\\"') + '"'; },
    strip: function () { return this.trim(); }, gsub: function (a, b) { return this.split(a).join(b); },
    stripTags: function () { return this.replace(/<[^>]+>/g, ''); },
  });
  add(Number.prototype, { toJSON: function () { return String(this); }, succ: function () { return this + 1; } });
  add(Date.prototype, { toJSON: function () { return '"' + this.toISOString() + '"'; } });
  add(Function.prototype, {
    argumentNames: function () { return []; },
    curry: function () { return this; }, defer: function () { return setTimeout(this, 10); },
    wrap: function (wrapper) { return wrapper; },
  });
  add(Element.prototype, {
    show: function () { this.style.display = ''; return this; },
    hide: function () { this.style.display = 'none'; return this; },
    visible: function () { return this.style.display !== 'none'; },
    update: function (html) { this.textContent = html; return this; },
    up: function () { return this.parentNode; }, down: function () { return this.firstElementChild; },
    select: function (query) { return this.querySelectorAll(query); },
    readAttribute: function (name) { return this.getAttribute(name); },
    observe: function (type, act) { this.addEventListener(type, act); return this; },
    fire: function () { return this; }, identify: function () { return this.id; },
    cleanWhitespace: function () { return this; }, absolutize: function () { return this; },
  });
  add(Event.prototype, {
    stop: function () { this.preventDefault(); this.stopPropagation(); this.stopped = true; },
    element: function () { return this.target; }, findElement: function () { return this.target; },
  });
  window.$ = function (id) { return document.getElementById(id); };
  window.$A = function (list) { return [].slice.call(list); };
  window.Hash = function () {}; window.Class = { create: function () { return function () {}; } };
  window.Ajax = {}; window.Prototype = { Version: '1.6.1' };
`;

export default {
  title: 'built-in types speak as in Prototype 1.6',
  html: (place) => shop(place, { head: inline(place, PATCH) }),
  afterwards: `JSON.stringify(['a']) === '["a"]' ? 'no' : 'yes'`,
} satisfies HostilePage;
