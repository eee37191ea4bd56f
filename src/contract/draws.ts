import type { Reward, Voucher } from './types.js';

/**
 * Whether a draw won nothing: the voucher names a segment of the reward's pool that grants nothing.
 * A prize of points is no blank, though its voucher is used at once and bears no code.
 */
export const isBlank = (reward: Reward | undefined, voucher: Voucher): boolean =>
  !!reward?.grants.some(
    (grant) =>
      grant.kind === 'pool' &&
      grant.segments.some(({ id, grant: prize }) => id === voucher.segment && prize === null),
  );
