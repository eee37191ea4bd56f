import type { Answers, Call, Port, Resource } from '../../../src/widget/client/port.js';

/** One call as the port saw it; the test answers it when it likes. */
export interface SeenCall {
  readonly name: Resource;
  readonly call: Call;
  answer(value: unknown): void;
  fail(error: Error): void;
}

/** A network that answers when the test says so. */
export class FakePort implements Port {
  readonly calls: SeenCall[] = [];
  isMember = true;
  forgotten = 0;
  #looked = 0;
  #wake: (() => void) | undefined;

  call<Name extends Resource>(name: Name, call: Call = {}): Promise<Answers[Name]> {
    return new Promise((resolve, reject) => {
      const { signal } = call;
      const fail = (error: Error) => reject(error);
      signal?.addEventListener('abort', () => fail(signal.reason as Error));
      this.calls.push({ name, call, answer: (value) => resolve(value as Answers[Name]), fail });
      this.#wake?.();
    });
  }

  isSignedIn(): Promise<boolean> {
    return Promise.resolve(this.isMember);
  }

  forget(): void {
    this.forgotten++;
  }

  /** The next call that the test has not looked at yet; waits for it. */
  async next(): Promise<SeenCall> {
    while (this.calls.length <= this.#looked) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.calls[this.#looked++]!;
  }

  /** The names of all calls so far. */
  get names(): string[] {
    return this.calls.map(({ name }) => name);
  }
}

const TURN = 'one turn of the event loop';
const turns: (() => void)[] = [];
addEventListener('message', ({ data }) => data === TURN && turns.shift()?.());

/** One turn of the event loop. A channel's message would go through another process in WebKit. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turns.push(resolve);
    postMessage(TURN, '*');
  });

/** Lets everything that is ready run: promises, and modules that are already there. */
export async function settled(): Promise<void> {
  for (let count = 0; count < 5; count++) await turn();
}

/** Longer than anything here takes, shorter than the runner's own limit. */
const PATIENCE_MS = 2_500;
const clock = performance.now.bind(performance);
/** The real one, whatever a test puts in its place. */
const sleep = setTimeout.bind(globalThis);

/** Waits for something that has no event of its own. */
export async function until(isSo: () => unknown): Promise<void> {
  const end = clock() + PATIENCE_MS;
  for (let count = 0; !isSo(); count++) {
    if (clock() > end) throw new Error(`in vain: ${String(isSo)}`);
    // What is ready comes within a few turns; for the rest the processor is not kept busy.
    await (count < 20 ? turn() : new Promise((resolve) => sleep(resolve, 4)));
  }
}
