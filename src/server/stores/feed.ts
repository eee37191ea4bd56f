/** Tells that something of a member's has changed, whichever process changed it. */
export interface Feed {
  /**
   * Calls `heard` after every committed change of a member, from the moment the promise resolves on;
   * sometimes once too often, never once too rarely.
   * @returns the way to stop listening
   * @throws StoreBusy when changes of other processes cannot be heard
   */
  follow(programme: string, member: string, heard: () => void): Promise<() => void>;
}

/** One member of one programme, as a text that travels. */
export const topicOf = (programme: string, member: string): string =>
  JSON.stringify([programme, member]);

/** Who listens to what, within one process. */
export class Hearers {
  readonly #byTopic = new Map<string, Set<() => void>>();

  add(topic: string, heard: () => void): () => void {
    const hearers = this.#byTopic.get(topic) ?? new Set();
    // A function of its own each time: the same listener may stand here twice.
    const own = (): void => heard();
    this.#byTopic.set(topic, hearers.add(own));
    return () => {
      hearers.delete(own);
      if (hearers.size === 0 && this.#byTopic.get(topic) === hearers) this.#byTopic.delete(topic);
    };
  }

  tell(topic: string): void {
    for (const heard of [...(this.#byTopic.get(topic) ?? [])]) heard();
  }

  /** Something may have been missed: everybody looks again. */
  tellAll(): void {
    for (const topic of [...this.#byTopic.keys()]) this.tell(topic);
  }
}
