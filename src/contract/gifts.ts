import type { Voucher } from './types.js';

/**
 * Whether something waits to be opened: nobody has seen it, and it is good. A present of points is,
 * though its voucher is used at once; a code that was used unseen is no surprise any more.
 */
export const isUnopened = ({ seenAt, status, source, grant }: Voucher): boolean =>
  seenAt === null &&
  (status === 'ready' || (status === 'used' && source.kind === 'gift' && grant.kind === 'unit'));
