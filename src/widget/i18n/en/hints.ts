import type { Entries } from '../catalogue.js';

/** What the panel's first section says of the one thing to do next. */
export const words = {
  'next.gift': 'A present is waiting for you',
  'next.giftOpen': 'Open it now',
  'next.streak': { one: 'Keep your streak of {n} day', other: 'Keep your streak of {n} days' },
  'next.streakUntil': 'Last chance today, until {time}',
  'next.expiring': 'Use “{title}” in time',
  'next.until': 'only until {day}',
  'next.untilTime': 'only until {time} today',
  'next.reward': 'Get “{title}”',
  'next.for': 'for {amount}',
  'next.free': 'for free',
  'next.step': 'Only {amount} to “{step}”',
  'next.ready': 'Ready to use: {title}',
  'next.valid': 'valid until {day}',
} as const satisfies Entries;
