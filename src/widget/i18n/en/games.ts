import type { Entries } from '../catalogue.js';

/** What wheels, scratch cards and doors say. */
export const words = {
  'game.spin': 'Spin',
  'game.scratch': 'Get a scratch card',
  'game.open': 'Open',
  'game.skip': 'Show the result',
  'game.scratchAll': 'Scratch it all off',
  'game.scratchHere': 'Scratch here',
  'game.again': 'Once more',
  'game.confirm': 'Use {amount} for “{title}”?',
  'game.confirmYes': 'Yes, play',
  'game.waiting': 'You have not looked at your last result yet.',
  'game.won': 'You won: {title}',
  'game.lost': 'No luck this time.',
  'game.lostNote': 'Every go has the same chances, whatever came before.',
  'game.pending': 'Your go is on its way. The result will be with your codes.',
  'game.prizes': 'All prizes',
  'game.prizesOdds': 'All prizes and your chances',
  'game.notToScale': 'Very small fields are drawn larger so that you can read them.',
  'game.blank': '{title} (no prize)',
  'game.nextToday': 'Your next go: today at {time}',
  'game.nextTomorrow': 'Your next go: tomorrow at {time}',
  'game.nextOn': 'Your next go: {day}',
  'game.have': 'You have {amount}.',
  'game.guest': 'Members can play.',
  'game.empty': 'There is nothing to play right now.',

  'doors.today': 'Open today',
  'doors.opened': 'Opened',
  'doors.missed': 'Missed',
  'doors.closed': 'Closed',
} as const satisfies Entries;
