/**
 * Every part that a shop may style, handed up from card to block to panel to widget: a new part is a
 * word here. Not every element has every part.
 */
export const PARTS =
  'amount, apply-button, badge, balance, barcode, board, button, calendar-button, cart, ' +
  'close-button, code, confirm, confirm-button, consent, copy-button, cost, door, earns, empty, ' +
  'error, estimate, expiring, game, gives, goal, guest, header, join-button, ladder, legal, ' +
  'level, line, member-card, next, nudge, offer, panel, passes, pending, pin-button, play-button, ' +
  'prize, profile, progress, qr, rank, redeem-button, referral, result, reward, rule, ' +
  'share-button, sign-in-button, stamp, state, tab, tabs, tier, track, undo-button, voucher, ' +
  'worth';
