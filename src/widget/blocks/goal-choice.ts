import type { LitElement, ReactiveController } from 'lit';
import { choicesOf, choose, markOf, onChoice } from '../store/choices.js';

/** The reward that a member of a programme saves for, as chosen on this device; wakes its host. */
export class GoalChoice implements ReactiveController {
  readonly #host: LitElement;
  #stop: (() => void) | undefined;
  /** A programme whose goal is somebody else's. */
  #foreign: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @returns id of the reward; undefined where this member has pinned none */
  of(program: string, member: string | undefined): string | undefined {
    const { goal } = choicesOf(program);
    if (!goal || member === undefined) return undefined;
    const isMine = goal.by === markOf(member);
    this.#foreign = isMine ? undefined : program;
    return isMine ? goal.reward : undefined;
  }

  /** Someone else has signed in on this device: what the one before saved for is nobody's business. */
  hostUpdated(): void {
    const program = this.#foreign;
    if (program === undefined) return;
    this.#foreign = undefined;
    // After this update: the choice wakes the host again.
    queueMicrotask(() => choose(program, { goal: undefined }));
  }

  hostConnected(): void {
    this.#stop = onChoice(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
