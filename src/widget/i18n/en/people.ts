import type { Entries } from '../catalogue.js';

/** What boards, referral and the profile say. */
export const words = {
  'board.none': 'No board is running right now.',
  'board.empty': 'Nobody is on this board yet. You could be the first.',
  'board.ends': 'until {day}',
  'board.starts': 'from {day}',
  'board.counting': 'Over. The result is being worked out.',
  'board.closed': 'Final result of {day}',
  'board.rank': 'Place',
  'board.you': 'you',
  'board.mine': 'You are in place {n}',
  'board.notYet': 'You are not on this board yet.',
  'board.prizes': 'Prizes',
  'board.place': 'Place {n}',
  'board.places': 'Places {from} to {to}',
  'board.firstName': 'Others see your first name here, and nothing else.',
  'board.alias': 'Others see you here as “{name}”.',
  'board.hidden': 'You have hidden yourself from boards, so you are not ranked.',
  'board.rename': 'Change my name here',
  'board.more': 'Show more places',
  'board.toMe': 'Go to my place',
  'board.toTop': 'Go to the top',

  'draw.mine': 'Your {unit}',
  'draw.total': '{unit} in all',
  'draw.members': { one: 'person takes part', other: 'people take part' },
  'draw.winners': 'Winners',
  'draw.nobody': 'It was drawn, and nobody won.',
} as const satisfies Entries;
