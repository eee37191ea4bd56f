/**
 * Says something to a screen reader, once. A live region must be there before its text, and one that
 * lies outside an open modal dialog is not heard: so regions register, and the latest one speaks.
 * What is said in one moment is one message: "You now have 120 leaves. €5 off: it is yours."
 */
export class Announcer {
  readonly #regions: HTMLElement[] = [];
  #messages: string[] = [];

  /** @returns the way to take the region back */
  register(region: HTMLElement): () => void {
    this.#regions.push(region);
    return () => {
      const index = this.#regions.indexOf(region);
      if (index >= 0) this.#regions.splice(index, 1);
    };
  }

  say(message: string): void {
    this.#messages.push(message);
    if (this.#messages.length > 1) return;
    const region = this.#regions.at(-1);
    // The same text twice would be no change to a screen reader.
    if (region) region.textContent = '';
    setTimeout(() => {
      const text = this.#messages.join(' ');
      this.#messages = [];
      if (region) region.textContent = text;
    }, SETTLE_MS);
  }
}

/** Long enough that an emptied region is noticed, short enough to belong to what was pressed. */
const SETTLE_MS = 100;
