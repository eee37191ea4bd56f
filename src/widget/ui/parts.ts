/**
 * Every part that a shop may style, handed up from card to block to panel to widget: a new part is a
 * word here. Not every element has every part.
 */
export const PARTS =
  'amount, apply-button, balance, button, cart, close-button, code, confirm, confirm-button, ' +
  'copy-button, cost, earns, empty, error, estimate, expiring, gives, goal, guest, header, join-button, ' +
  'ladder, level, line, nudge, offer, panel, passes, pending, pin-button, progress, redeem-button, ' +
  'reward, rule, sign-in-button, stamp, state, tab, tabs, tier, track, undo-button, voucher, worth';
