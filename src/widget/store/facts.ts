import type { Me, Reward, Step, Track, Voucher } from '../../contract/types.js';
import { stepOf, type Catalog } from './catalog.js';

/** What has happened, for the page, the announcer and the celebration. */
export type Fact =
  | { readonly type: 'points-changed'; unit: string; before: number; after: number }
  | {
      readonly type: 'redeemed';
      voucher: Voucher;
      rewardId: string;
      reward: Reward | undefined;
      /** The shopper has been told what came of it, and has been cheered. */
      isTold: boolean;
    }
  | { readonly type: 'tier-reached'; track: Track; step: Step }
  | { readonly type: 'challenge-completed'; track: Track; step: Step | undefined }
  | { readonly type: 'challenge-left'; track: Track };

/** What lies between two states of one member. */
export function factsBetween(before: Me, after: Me, catalog: Catalog): Fact[] {
  return [...pointsFacts(before, after), ...trackFacts(before, after, catalog)];
}

function* pointsFacts(before: Me, after: Me): Iterable<Fact> {
  for (const wallet of after.wallets) {
    const old = before.wallets.find(({ unit }) => unit === wallet.unit);
    if (old && old.available !== wallet.available) {
      yield {
        type: 'points-changed',
        unit: wallet.unit,
        before: old.available,
        after: wallet.available,
      };
    }
  }
}

function* trackFacts(before: Me, after: Me, catalog: Catalog): Iterable<Fact> {
  for (const state of after.tracks) {
    const old = before.tracks.find(({ track }) => track === state.track);
    const track = catalog.tracks.get(state.track);
    if (!old || !track || old === state) continue;
    const step = stepOf(track, state.step);
    const rank = (id: string | null) => track.steps.findIndex((one) => one.id === id);
    // A return may take a step back: that is nothing to celebrate.
    const isNextStep = step && rank(state.step) > rank(old.step);
    if (track.view === 'tiers') {
      if (isNextStep) yield { type: 'tier-reached', track, step };
      continue;
    }
    if (old.joined && state.joined === false) yield { type: 'challenge-left', track };
    const isRepeated = (state.doneCount ?? 0) > (old.doneCount ?? 0);
    const isDone = state.status === 'done' && old.status !== 'done';
    if (isRepeated || isDone || isNextStep) {
      yield { type: 'challenge-completed', track, step: step ?? track.steps.at(-1) };
    }
  }
}
