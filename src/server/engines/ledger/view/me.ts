import type { Me } from '../../../../contract/types.js';
import type { MemberRow, Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { readFacts } from '../availability.js';
import { referralState } from '../referral/view.js';
import { digest } from '../digest.js';
import type { Programme } from '../programme/programme.js';
import { instant } from '../time/calendar.js';
import { activity } from './activity.js';
import { rewardStates, ruleStates } from './rewards.js';
import { trackStates } from './tracks.js';
import { voucher } from './vouchers.js';
import { wallets } from './wallets.js';

/** The newest lines; older ones come in pages. */
const ACTIVITY = 10;
/** How long a used or expired voucher is still shown. */
const ENDED_SHOWN_MS = 30 * 86_400_000;

/**
 * All private state of a member. Its `rev` is the member's own revision and a fingerprint of the
 * document, because some of it changes by the clock alone: a cooldown ends, a window opens.
 */
export async function viewMe(account: Account, at: Millis, locale: string): Promise<Me> {
  const { tx, member, programme } = account;
  const facts = await readFacts(account, at);
  const vouchers = await tx.vouchers.current(member.id, at - ENDED_SHOWN_MS);
  const entries = await tx.ledger.page(member.id, ACTIVITY, null, null);
  const referral = await referralState(account, locale);
  const me = {
    member: {
      id: member.id,
      state: member.state,
      name: member.name,
      joinedAt: instant(member.joinedAt),
      birthday: member.birthday,
      ...consentsOf(programme, member, locale),
      ...(programme.boards.size > 0 ? onBoards(member) : {}),
    },
    wallets: wallets(account),
    tracks: await trackStates(account, at),
    rewards: rewardStates(account, facts, locale),
    rules: ruleStates(account, facts, locale),
    vouchers: vouchers.map((row) => voucher(programme, row, locale)),
    activity: entries.map((entry) => activity(programme, entry, locale)),
    ...(referral ? { referral } : {}),
  };
  return { rev: `${member.rev.toString(36)}.${digest(JSON.stringify(me))}`, ...me };
}

/** What the programme asks of every member, and what this one has said. */
function consentsOf(programme: Programme, { consents }: MemberRow, locale: string) {
  const asked = programme.in(locale).consents ?? [];
  if (asked.length === 0) return {};
  return { consents: asked.map(({ id, label }) => ({ id, label, granted: consents[id] ?? null })) };
}

/** How a member wants to be seen by others; asked only where there is a board. */
const onBoards = ({ alias, hidden }: MemberRow) => ({
  alias,
  boards: hidden ? 'hidden' : 'shown',
});

/** Somebody whom the shop has not made a member: there is nothing to show but who it is. */
export const viewGuest = (id: string, name: string | null): Me => ({
  rev: '0',
  member: { id, state: 'guest', name },
  wallets: [],
  tracks: [],
  rewards: [],
  rules: [],
  vouchers: [],
  activity: [],
});
