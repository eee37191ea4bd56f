import { inline, shop, type HostilePage } from '../support/page.js';

/** What MooTools 1.2 and its like do to a page's built-in types; written after its documentation. */
const PATCH = `
  function extend(target, methods) { for (var name in methods) target[name] = methods[name]; }
  Array.from = function (item) {
    if (item == null) return [];
    return Array.isArray(item) ? item : [item];
  };
  Array.each = function (list, act) { for (var i = 0; i < list.length; i++) act(list[i], i); };
  Array.clone = function (list) { return [].concat(list); };
  Object.each = function (object, act) { for (var key in object) act(object[key], key); };
  Object.keyOf = function (object, value) { for (var key in object) if (object[key] === value) return key; };
  Function.from = function (item) { return typeof item === 'function' ? item : function () { return item; }; };
  Number.from = function (item) { var number = parseFloat(item); return isFinite(number) ? number : null; };
  String.from = function (item) { return item + ''; };
  extend(Array.prototype, {
    each: Array.prototype.forEach, clean: function () { return this; }, invoke: function () { return this; },
    associate: function () { return {}; }, link: function () { return {}; },
    contains: function (item) { return this.indexOf(item) !== -1; },
    append: function (list) { this.push.apply(this, list); return this; },
    include: function (item) { if (!this.contains(item)) this.push(item); return this; },
    erase: function () { return this; }, empty: function () { this.length = 0; return this; },
    flatten: function () { return this; }, pick: function () { return this[0]; },
    hexToRgb: function () { return this; }, getLast: function () { return this[this.length - 1]; },
  });
  extend(String.prototype, {
    test: function (regex) { return new RegExp(regex).test(this); },
    contains: function (text) { return this.indexOf(text) > -1; },
    clean: function () { return this.trim(); }, camelCase: function () { return this; },
    capitalize: function () { return this; }, toInt: function () { return parseInt(this, 10); },
    substitute: function (object) { return this; },
  });
  extend(Function.prototype, {
    attempt: function () { try { return this(); } catch (e) { return null; } },
    pass: function () { return this; }, delay: function (ms) { return setTimeout(this, ms); },
    periodical: function (ms) { return setInterval(this, ms); }, create: function () { return this; },
    implement: function () { return this; }, extend: function () { return this; },
  });
  extend(Element.prototype, {
    set: function (name, value) { this.setAttribute(name, value); return this; },
    get: function (name) { return this.getAttribute(name); },
    addEvent: function (type, act) { this.addEventListener(type, act); return this; },
    getElement: function (query) { return this.querySelector(query); },
    inject: function (where) { where.appendChild(this); return this; },
    adopt: function (child) { this.appendChild(child); return this; },
    dispose: function () { this.remove(); return this; }, store: function () { return this; },
    retrieve: function () { return null; }, destroy: function () { this.remove(); return null; },
    setStyles: function () { return this; }, fireEvent: function () { return this; },
  });
  window.$ = function (id) { return document.getElementById(id); };
  window.$$ = function (query) { return document.querySelectorAll(query); };
  window.MooTools = { version: '1.2.6' }; window.Browser = {}; window.Class = function () {};
`;

export default {
  title: 'built-in types speak as in MooTools',
  html: (place) => shop(place, { head: inline(place, PATCH) }),
  afterwards: `Array.from(new Set([1, 2])).length === 1 ? 'yes' : 'no'`,
} satisfies HostilePage;
