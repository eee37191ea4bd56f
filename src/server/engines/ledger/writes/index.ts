import type { Me, Outcome } from '../../../../contract/types.js';
import type { Writes } from '../../../engine.js';
import type { VoucherRow } from '../../../stores/rows.js';
import { leave } from '../membership/leave.js';
import { join, patchProfile } from '../membership/profile.js';
import { changesBetween, whole } from '../view/changes.js';
import { viewGuest } from '../view/me.js';
import { voucher } from '../view/vouchers.js';
import { claim } from '../referral/claim.js';
import { invite } from '../referral/invite.js';
import { cancel, seen } from './cancel.js';
import { complete } from './complete.js';
import { optIn, optOut } from './opt.js';
import { redeem } from './redeem.js';
import type { Session } from './session.js';

interface Parts {
  readonly session: Session;
  /** All that the member sees. */
  readonly view: () => Promise<Me>;
  /** Writes what has changed. */
  readonly finish: () => Promise<void>;
}

/** The writes of the port. What changed is what the member saw before and after, compared. */
export function createWrites({ session, view, finish }: Parts): Writes {
  const act = async (work: () => Promise<VoucherRow | void> | void): Promise<Outcome> => {
    const before = await view();
    const touched = await work();
    await finish();
    const after = await view();
    const { account, locale } = session;
    return {
      ...(touched ? { voucher: voucher(account.programme, touched, locale) } : {}),
      changes: changesBetween(before, after),
    };
  };
  return {
    redeem: (reward, request) => act(() => redeem(session, reward, request)),
    cancel: (id) => act(() => cancel(session, id)),
    seen: (id) => act(() => seen(session, id)),
    complete: (rule, request) => act(() => complete(session, rule, request)),
    optIn: (track) => act(() => optIn(session, track)),
    optOut: (track) => act(() => optOut(session, track)),
    async join(request) {
      await act(() => join(session, request));
      // Whoever has just come knows nothing yet: all of it is new.
      return { changes: whole(await view()) };
    },
    profile: (patch) => act(() => patchProfile(session, patch)),
    async leave() {
      const { id } = session.account.member;
      await leave(session, finish);
      const { rev, member } = viewGuest(id, null);
      return { changes: { rev, member } };
    },
    invite: () => act(() => invite(session)),
    async claim({ code }) {
      let claimed: Awaited<ReturnType<typeof claim>> | undefined;
      const { changes } = await act(async () => {
        claimed = await claim(session, code);
      });
      if (!claimed) throw new Error('A claim that was neither taken nor refused');
      return { ...claimed, changes };
    },
  };
}
