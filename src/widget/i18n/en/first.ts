import type { Entries } from '../catalogue.js';

/**
 * What the open panel says first. Short on purpose: every word here is paid for before it opens.
 * `{slots}` are filled; a plural entry goes by the slot `n`.
 */
export const words = {
  'list.and': 'and',

  'panel.name': 'Rewards',
  'panel.close': 'Close',
  'panel.sections': 'Sections',

  'view.home': 'Home',
  'view.challenges': 'Challenges',
  'view.play': 'Play',
  'view.board': 'Ranking',
  'view.referral': 'Invite friends',
  'view.more': 'More',
  'view.earn': 'Earn',
  'view.rewards': 'Rewards',
  'view.vouchers': 'My codes',
  'view.activity': 'Activity',
  'view.profile': 'Profile',

  'legal.terms': 'Terms',
  'legal.privacy': 'Privacy',
  'legal.withdrawal': 'Withdraw from contract',
  'legal.cancel': 'Cancel contracts here',
  'legal.imprint': 'Imprint',
  'legal.contact': 'Contact',

  'points.balance': 'Your balance',
  'points.worth': 'worth {money}',
  'points.pending': '{amount} on the way',
  'points.releases': 'usable from {day}',
  'points.releasesOn': 'usable {event}',
  'points.expiring': '{amount} will expire on {day}',
  'points.below': 'Your balance is below zero. Your next orders will make up for it.',

  'tier.progress': '{have} of {need}',
  'tier.missing': '{amount} more to reach {step}',
  'tier.top': 'You have reached the highest level.',
  'tier.until': 'Yours until {day}',
  'tier.keep': '{amount} more by {day} and you stay at {step}.',
  'tier.kept': 'You keep {step} beyond {day}.',
  'tier.falls': 'Otherwise you move to {step}.',
  'tier.perks': 'Your perks',
  'tier.ladder': 'All levels',

  'tier.from': 'from {amount}',
  'tier.start': 'from the start',
  'tier.yours': 'your level',

  'challenges.empty': 'No challenge is running right now. The next one appears here.',

  'track.progress': '{have} of {need} {unit}',
  'track.until': 'until {day}',

  'reward.working': 'One moment …',

  'earn.rate': '{give} per {per}',

  'grant.percent': '{percent}% off',
  'grant.amount': '{amount} off',
  'grant.shipping': 'free shipping',
  'grant.times': '{times} times the points',
  'grant.giftCard': 'a gift card of {amount}',
  'grant.surprise': 'a surprise',
  'grant.upTo': '{discount}, up to {amount}',

  'error.load': 'This part cannot be shown right now.',
  'error.offline': 'You are offline. Try again once you are back online.',
  'error.retry': 'Try again',

  'stale.since': 'As of {time}',
} as const satisfies Entries;
