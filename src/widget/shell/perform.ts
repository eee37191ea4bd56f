import { PlayRequestEvent, SeenRequestEvent } from '../events/play.js';
import {
  ClaimRequestEvent,
  ExportRequestEvent,
  LeaveRequestEvent,
  ProfileRequestEvent,
  ShareRequestEvent,
} from '../events/people.js';
import { LoyaltyErrorEvent } from '../events/lifecycle.js';
import type { RequestEvent } from '../events/request-event.js';
import {
  ApplyRequestEvent,
  CancelRequestEvent,
  CompleteRequestEvent,
  GoalRequestEvent,
  RedeemRequestEvent,
  TrackJoinRequestEvent,
} from '../events/requests.js';
import { JoinRequestEvent, SignInRequestEvent } from '../events/ways-in.js';
import { choose, markOf } from '../store/choices.js';
import type { RequestDetails, RequestName } from '../store/requests.js';
import { catalog, me } from '../store/selectors.js';
import type { Store } from '../store/store.js';
import { safeUrl } from '../ui/safe-url.js';

type Perform = (event: RequestEvent<never>, store: Store | undefined) => Promise<unknown>;

/** A request that the store performs. */
const byStore =
  <Detail, Name extends RequestName>(
    translate: (detail: Readonly<Detail>) => [Name, RequestDetails[Name]],
  ): Perform =>
  (event, store) => {
    const [name, detail] = translate(event.detail);
    return store ? store.request(name, detail) : Promise.resolve(undefined);
  };

/** A draw is a redemption whose result stays hidden until the game has shown it. */
const play: Perform = (event, store) => {
  const { detail, revealed } = event as unknown as PlayRequestEvent;
  const { rewardId, ...wish } = detail;
  return store
    ? store.request('redeem', { id: rewardId, ...wish }, revealed)
    : Promise.resolve(undefined);
};

/** The page has passed the link on by itself; the endpoint is told where it wants to know. */
const share: Perform = async (event, store) => {
  const { detail, sent } = event as unknown as ShareRequestEvent;
  const isSent = await sent;
  const isHeard = store && catalog(store.snapshot)?.can('invites');
  return isSent && isHeard ? store.request('invite', { id: detail.channel }) : undefined;
};

/** A request that leads to a page of the shop's. */
const goTo: Perform = (event) => {
  const { url } = event.detail as { url?: string };
  const target = safeUrl(url);
  if (target) location.assign(target);
  else
    console.warn(`<loyalty-widget> ${event.type}: no address is set for this (${url ?? 'none'})`);
  return Promise.resolve(undefined);
};

/** Keeps what a member saves for; only members have something to save. */
const pin: Perform = (event, store) => {
  const { rewardId } = event.detail as GoalRequestEvent['detail'];
  const program = store && catalog(store.snapshot)?.program.id;
  const member = store && me(store.snapshot)?.member.id;
  if (!program || !member) return Promise.resolve(undefined);
  choose(program, {
    goal: rewardId === null ? undefined : { reward: rewardId, by: markOf(member) },
  });
  return Promise.resolve(rewardId);
};

/** Event → what the provider does unless the page does it. */
const performs: Record<string, Perform> = {
  [RedeemRequestEvent.type]: byStore(({ rewardId, ...wish }: RedeemRequestEvent['detail']) => [
    'redeem',
    { id: rewardId, ...wish },
  ]),
  [PlayRequestEvent.type]: play,
  [SeenRequestEvent.type]: byStore(({ voucherId }: SeenRequestEvent['detail']) => [
    'seen',
    { id: voucherId },
  ]),
  [ShareRequestEvent.type]: share,
  [ClaimRequestEvent.type]: byStore(({ code }: ClaimRequestEvent['detail']) => [
    'claim',
    { id: code },
  ]),
  [ProfileRequestEvent.type]: byStore((patch: ProfileRequestEvent['detail']) => [
    'profile',
    { id: Object.keys(patch).join(), patch },
  ]),
  [ExportRequestEvent.type]: (_, store) => store?.read('export') ?? Promise.resolve(undefined),
  [LeaveRequestEvent.type]: byStore(() => ['leave', { id: 'me' }]),
  [CancelRequestEvent.type]: byStore(({ voucherId }: CancelRequestEvent['detail']) => [
    'cancel',
    { id: voucherId },
  ]),
  [CompleteRequestEvent.type]: byStore(({ ruleId, answers }: CompleteRequestEvent['detail']) => [
    'complete',
    { id: ruleId, answers },
  ]),
  [TrackJoinRequestEvent.type]: byStore(({ trackId, join }: TrackJoinRequestEvent['detail']) => [
    join ? 'opt-in' : 'opt-out',
    { id: trackId },
  ]),
  [JoinRequestEvent.type]: goTo,
  [SignInRequestEvent.type]: goTo,
  [ApplyRequestEvent.type]: goTo,
  [GoalRequestEvent.type]: pin,
};

/** Does what a shopper asked for. A chunk of its own: most pages are read and few are acted on. */
export const perform: Perform = (event, store) =>
  store?.settings.preview == null
    ? (performs[event.type]?.(event, store) ?? Promise.resolve(undefined))
    : refuse(event);

/** In a preview nothing is done, and whoever asked hears why. */
async function refuse({ type }: Event): Promise<never> {
  const { refusal } = await import('./preview/port.js');
  const { code, message } = refusal();
  console.warn(`<loyalty-widget> ${type}: ${message}`);
  dispatchEvent(new LoyaltyErrorEvent({ code, message, source: type }));
  throw refusal();
}
