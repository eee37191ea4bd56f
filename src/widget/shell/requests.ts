import type { RequestEvent } from '../events/request-event.js';
import type { Store } from '../store/store.js';

interface Owner {
  readonly store: Store | undefined;
}

/** The requests that a provider takes on, without their `loyalty-` and `-request`. */
const NAMES = [
  'redeem',
  'play',
  'seen',
  'cancel',
  'complete',
  'track-join',
  'join',
  'sign-in',
  'apply',
  'goal',
  'share',
  'claim',
  'profile',
  'export',
  'leave',
];

/** Takes on the requests that bubble to a target; the nearest provider is the one that does. */
export function answerRequests(target: EventTarget, owner: Owner, signal: AbortSignal): void {
  for (const name of NAMES) {
    target.addEventListener(
      `loyalty-${name}-request`,
      (event) => {
        const request = event as RequestEvent<never>;
        request.respondByDefault(async () => {
          const { perform } = await import('./perform.js');
          return perform(request, owner.store);
        });
      },
      { signal },
    );
  }
}
