import { isBlank } from '../../contract/draws.js';
import {
  ChallengeCompletedEvent,
  PointsChangedEvent,
  RedeemedEvent,
  TierReachedEvent,
} from '../events/facts.js';
import type { TermKey } from '../i18n/catalogue.js';
import type { Localizer, Slots } from '../i18n/localizer.js';
import type { Fact } from '../store/facts.js';
export { factsBetween } from '../store/facts.js';
import type { Announcer } from '../ui/announcer.js';

/** Tells the page what has happened, says it once, and celebrates what is worth it. */
export async function tellFact(
  fact: Fact,
  from: HTMLElement,
  announcer: Announcer,
  loc: Localizer | undefined,
): Promise<void> {
  // The page hears at once; the sentence may have to be fetched first.
  const say = async (key: TermKey, slots: Slots): Promise<void> => {
    await loc?.load('more');
    if (loc) announcer.say(loc.term(key, slots));
  };
  switch (fact.type) {
    case 'points-changed': {
      const { unit, before, after } = fact;
      from.dispatchEvent(new PointsChangedEvent({ unit, before, after }));
      // What only measures (spend of the year) is nothing to be told about.
      if (loc?.unit(unit)?.spendable) {
        await say('say.balance', { amount: loc.amount({ unit, value: after }) });
      }
      break;
    }
    case 'redeemed': {
      const { voucher, rewardId } = fact;
      from.dispatchEvent(new RedeemedEvent({ voucher, rewardId }));
      // What is still on its way is nobody's yet.
      if (fact.isTold || isBlank(fact.reward, voucher) || voucher.status === 'pending') break;
      void party(from);
      await say('say.redeemed', { title: voucher.title });
      break;
    }
    case 'tier-reached':
      from.dispatchEvent(new TierReachedEvent({ track: fact.track, step: fact.step }));
      void party(from);
      await say('say.tier', { step: fact.step.title });
      break;
    case 'challenge-completed':
      from.dispatchEvent(new ChallengeCompletedEvent({ track: fact.track, step: fact.step }));
      void party(from);
      await say('say.challenge', { title: fact.track.title });
      break;
    case 'challenge-left':
      await say('say.left', { title: fact.track.title });
      break;
  }
}

/** Several facts of one moment are one party. */
let isRunning = false;

async function party(from: HTMLElement): Promise<void> {
  if (isRunning || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  isRunning = true;
  try {
    const { celebrate } = await import('../ui/celebration.js');
    await celebrate(from);
  } catch {
    // A celebration that fails is no failure.
  } finally {
    isRunning = false;
  }
}
