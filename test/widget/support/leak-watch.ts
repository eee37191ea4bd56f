interface Heard {
  readonly type: string;
  readonly listener: EventListenerOrEventListenerObject | null;
  readonly isCapturing: boolean;
}

/** What outlives every element. */
const isLasting = (target: EventTarget): boolean =>
  target === window ||
  target === document ||
  target === document.documentElement ||
  target === document.head ||
  target === document.body ||
  target === window.visualViewport ||
  target instanceof MediaQueryList;

const isCapture = (options?: boolean | AddEventListenerOptions): boolean =>
  typeof options === 'object' ? !!options.capture : !!options;

/** Counts what a page would keep running without its elements, until `restore`. */
export class LeakWatch {
  /* eslint-disable @typescript-eslint/unbound-method -- they are called on whatever they are called on */
  readonly #real = {
    add: EventTarget.prototype.addEventListener,
    remove: EventTarget.prototype.removeEventListener,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    Channel: globalThis.BroadcastChannel,
  };
  /* eslint-enable @typescript-eslint/unbound-method */
  readonly #listeners = new Map<EventTarget, Heard[]>();
  readonly #intervals = new Set<unknown>();
  readonly #channels = new Set<BroadcastChannel>();

  constructor() {
    this.#countListeners();
    this.#countIntervals();
    this.#countChannels();
  }

  /** How many listeners of each type, how many intervals and channels; what there is none of is not named. */
  get running(): Record<string, number> {
    const counts: Record<string, number> = {};
    const count = (what: string, by = 1) => (counts[what] = (counts[what] ?? 0) + by);
    for (const heard of this.#listeners.values()) for (const { type } of heard) count(`on ${type}`);
    if (this.#intervals.size) count('intervals', this.#intervals.size);
    if (this.#channels.size) count('channels', this.#channels.size);
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
  }

  restore(): void {
    const { add, remove, setInterval, clearInterval, Channel } = this.#real;
    Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove });
    Object.assign(globalThis, { setInterval, clearInterval, BroadcastChannel: Channel });
  }

  #countListeners(): void {
    const { add, remove } = this.#real;
    const listeners = this.#listeners;
    const forget = (target: EventTarget, { type, listener, isCapturing }: Heard): void => {
      const heard = listeners.get(target) ?? [];
      const rest = heard.filter(
        (one) => one.type !== type || one.listener !== listener || one.isCapturing !== isCapturing,
      );
      listeners.set(target, rest);
    };
    EventTarget.prototype.addEventListener = function (
      this: EventTarget | undefined,
      type,
      listener,
      options,
    ) {
      const target = this ?? window;
      if (isLasting(target)) {
        const one = { type, listener, isCapturing: isCapture(options) };
        forget(target, one);
        listeners.get(target)!.push(one);
        if (typeof options === 'object') {
          const end = () => forget(target, one);
          if (options.once) add.call(target, type, end, { ...options, once: true });
          if (options.signal) add.call(options.signal, 'abort', end);
        }
      }
      add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (
      this: EventTarget | undefined,
      type,
      listener,
      options,
    ) {
      const target = this ?? window;
      if (isLasting(target)) {
        forget(target, { type, listener, isCapturing: isCapture(options) });
      }
      remove.call(target, type, listener, options);
    };
  }

  #countIntervals(): void {
    const { setInterval, clearInterval } = this.#real;
    const intervals = this.#intervals;
    globalThis.setInterval = ((...what: Parameters<typeof setInterval>) => {
      const id = setInterval.apply(globalThis, what);
      intervals.add(id);
      return id;
    }) as typeof setInterval;
    globalThis.clearInterval = ((id: number) => {
      intervals.delete(id);
      clearInterval.call(globalThis, id);
    }) as typeof clearInterval;
  }

  #countChannels(): void {
    const channels = this.#channels;
    globalThis.BroadcastChannel = class extends this.#real.Channel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        channels.delete(this);
        super.close();
      }
    };
  }
}
