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

/** One turn of the event loop. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

/** Lets everything that is ready run: promises, and modules that are already there. */
export async function settled(): Promise<void> {
  for (let count = 0; count < 5; count++) await turn();
}

/** Longer than anything here takes, shorter than the runner's own limit. */
const PATIENCE_MS = 2_500;
const clock = performance.now.bind(performance);

/** Waits for something that has no event of its own. */
export async function until(isSo: () => unknown): Promise<void> {
  const end = clock() + PATIENCE_MS;
  while (!isSo()) {
    if (clock() > end) throw new Error(`in vain: ${String(isSo)}`);
    await turn();
  }
}
