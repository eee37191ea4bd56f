/**
 * Every part that a shop may style, handed up from card to block to panel to widget: a new part is a
 * word here. Not every element has every part.
 */
export const PARTS =
  'amount, apply-button, balance, button, close-button, code, confirm, confirm-button, copy-button, cost, ' +
  'empty, error, expiring, gives, guest, header, join-button, ladder, level, line, panel, pending, progress, ' +
  'redeem-button, reward, rule, sign-in-button, stamp, state, tab, tabs, tier, track, undo-button, voucher, worth';
