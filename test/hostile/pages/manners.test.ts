import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openChromium, type Chromium, type ChromiumTab } from './support/chromium.js';
import { inline, shop, type Hostility, type Place } from './support/page.js';
import { openHost, type Host } from './support/server.js';
import { press, textOf, until } from './support/tab.js';

/** What the widget leaves on a page, and what it keeps a page from. */

const LAUNCHER = '[part~=launcher]';
const CYCLES = 1_000;
const MOVES = 200;
const MOST_HEAP = 1_000_000;

/** Counts what can be left running, and remembers the page as it was. */
const WATCH = `
  window.running = 0;
  [['setInterval', 'clearInterval']].forEach(function (pair) {
    var begin = window[pair[0]], end = window[pair[1]], open = new Set();
    window[pair[0]] = function () { var id = begin.apply(window, arguments); open.add(id); window.running = open.size; return id; };
    window[pair[1]] = function (id) { open.delete(id); window.running = open.size; end.call(window, id); };
  });
  window.lines = 0;
  ['BroadcastChannel', 'EventSource'].forEach(function (name) {
    var Native = window[name];
    window[name] = class extends Native {
      constructor() { super(...arguments); window.lines++; }
      close() { if (!this.isShut) window.lines--; this.isShut = true; super.close(); }
    };
  });
  window.leavers = [];
  var listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type) {
    if (/^(before)?unload$/.test(type)) window.leavers.push(type);
    return listen.apply(this, arguments);
  };
  window.picture = function () {
    var own = function (object) {
      return Reflect.ownKeys(object).map(function (key) {
        var way = Object.getOwnPropertyDescriptor(object, key);
        return [String(key), way.value, way.get];
      });
    };
    var objects = [Object, Array, String, Number, Function, Promise, Map, Set, Date, Event, EventTarget, Node, Element,
      HTMLElement, Document, History, Navigator, JSON, Reflect, Math];
    return {
      globals: Reflect.ownKeys(window).map(String),
      builtIn: objects.flatMap(function (one) { return own(one).concat(own(one.prototype || {})); }),
      head: document.head.innerHTML, title: document.title, history: history.length,
      root: document.documentElement.cloneNode().outerHTML, body: document.body.cloneNode().outerHTML,
      children: [...document.body.children].map(function (one) { return one.localName; }).join(' '),
    };
  };
  window.since = function (was) {
    var is = window.picture(), changed = [];
    for (const name of is.globals) if (!was.globals.includes(name)) changed.push('global ' + name);
    is.builtIn.forEach(function (one, at) {
      if (one.some(function (part, which) { return !Object.is(part, was.builtIn[at]?.[which]); })) changed.push('built-in ' + one[0]);
    });
    for (const name of ['head', 'title', 'history', 'root', 'body', 'children']) {
      if (is[name] !== was[name]) changed.push(name + ': ' + is[name]);
    }
    return changed.join('\\n');
  };
`;

const watched = (rest: (place: Place) => string): Omit<Hostility, 'name'> => ({
  title: 'a page that watches',
  html: (place) =>
    shop(place, {
      head: inline(place, WATCH),
      script:
        inline(place, 'window.was = null; addEventListener("DOMContentLoaded", function () {});') +
        rest(place),
    }),
});

const pages: Hostility[] = [
  {
    name: 'watched',
    ...watched((place) => inline(place, `window.was = picture();`) + place.tag()),
  },
  {
    name: 'blocks',
    ...watched(
      (place) =>
        '<main><loyalty-points></loyalty-points><loyalty-rewards></loyalty-rewards></main>' +
        place.tag(),
    ),
  },
];

const pageOf = (name: string): Hostility => {
  const page = pages.find((one) => one.name === name);
  if (!page) throw new Error(`no page ${name}`);
  return page;
};

describe('a page that had a guest', () => {
  let chromium: Chromium;
  let host: Host;
  let tab: ChromiumTab;

  before(async () => {
    host = await openHost(pages);
    chromium = await openChromium();
  });
  after(async () => {
    await chromium.close();
    await host.close();
  });

  const visit = async (name: string): Promise<string> => {
    tab = await chromium.newTab();
    const { url, member } = await host.visit(pageOf(name));
    await tab.open(url);
    await textOf(tab, LAUNCHER, 'leaves');
    return member;
  };

  /** That a page holds no more after something than before it. */
  const leavesNothing = async (act: () => Promise<unknown>): Promise<void> => {
    const before = await tab.held();
    await act();
    const afterwards = await tab.held();
    const lines = Number(await tab.read('String(window.lines)'));
    assert.ok(lines <= 2, `one channel and one stream at most, and not ${lines}`);
    assert.equal(await tab.read('String(window.running)'), '0', 'nothing ticks');
    assert.ok(
      afterwards.listeners <= before.listeners + 20,
      `${before.listeners} listeners became ${afterwards.listeners}`,
    );
    let grown = afterwards.heap - before.heap;
    // On a loaded machine some of it still waits for an answer; what is left behind stays.
    for (let look = 0; look < 20 && grown >= MOST_HEAP; look++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      grown = (await tab.held()).heap - before.heap;
    }
    assert.ok(grown < MOST_HEAP, `the heap has grown by ${grown} bytes`);
  };

  it('has one symbol more on its window, and nothing else when the widget is gone', async () => {
    await visit('watched');
    await press(tab, LAUNCHER);
    await textOf(tab, '.balance');
    await press(tab, '[part~=close-button]');
    await tab.read(`document.querySelector('loyalty-widget').remove()`);
    await until(tab, 'String(window.lines)', (lines) => lines === '0');
    // Its own script tag stays where the merchant put it.
    const changed = (await tab.read('since(window.was)'))
      .replace(/^children: .* script$/m, '')
      .trim();
    assert.equal(changed, 'global Symbol(loyalty-widget)');
    assert.equal(await tab.read('String(window.running)'), '0', 'nothing ticks');
    assert.equal(await tab.read('window.reports'), '');
    await tab.close();
  });

  it(`is as it was after ${CYCLES} times of connecting and removing`, async () => {
    await visit('blocks');
    const cycle = (times: number) =>
      tab.read(`(async () => {
        const shown = [document.querySelector('loyalty-widget'), document.querySelector('main')];
        const pause = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => { port1.close(); resolve(); }; port2.postMessage(0); });
        for (let round = 0; round < ${times}; round++) {
          shown.forEach((one) => one.remove());
          await pause();
          document.body.append(...shown);
          await pause();
        }
        await new Promise((resolve) => setTimeout(resolve, 800));
        return '';
      })()`);
    await cycle(50);
    await leavesNothing(() => cycle(CYCLES));
    await tab.close();
  });

  it(`is as it was after ${MOVES} moves to another body, each with elements of its own`, async () => {
    await visit('blocks');
    const move = (times: number) =>
      tab.read(`(async () => {
        for (let round = 0; round < ${times}; round++) {
          const next = document.createElement('body');
          next.innerHTML = '<h1>Move ' + round + '</h1><loyalty-widget></loyalty-widget>' +
            '<main><loyalty-points></loyalty-points><loyalty-rewards></loyalty-rewards></main>';
          document.body.replaceWith(next);
          const end = performance.now() + 10;
          while (performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await new Promise((resolve) => setTimeout(resolve, 800));
        return '';
      })()`);
    await move(20);
    await leavesNothing(() => move(MOVES));
    await textOf(tab, LAUNCHER, 'leaves');
    await tab.close();
  });

  it('is kept for the way back, and asks anew who is signed in when it returns', async () => {
    const member = await visit('watched');
    assert.equal(await tab.read('window.leavers.join()'), '', 'no listener holds it up');
    await tab.read('(window.mark = "kept")');
    const before = host.readsOf(member);
    await tab.open((await host.visit(pageOf('blocks'))).url);
    await tab.back();
    assert.equal(await tab.read('window.mark'), 'kept', 'it came out of the cache');
    const end = Date.now() + 5_000;
    while (host.readsOf(member) === before && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.ok(host.readsOf(member) > before, 'the balance was fetched anew');
    assert.equal(await tab.read('window.reports'), '');
    await tab.close();
  });
});
