import type { Entries } from '../catalogue.js';

/** What stamp cards, streaks, badges, milestones and meters say. */
export const words = {
  'track.reward': 'You get: {what}',
  'track.done': 'Done',
  'track.expired': 'Over',
  'track.locked': 'Not open to you yet',
  'track.invited': 'By invitation only',
  'track.starts': 'starts on {day}',
  'track.doneTimes': { one: 'Completed once', other: 'Completed {n} times' },
  'track.join': 'Take part',
  'track.leave': 'Leave the challenge',
  'track.taskDone': 'done',
  'track.ends': 'Last day: {title}',
  'track.left': '{amount} to go',

  'stamps.card': 'Card no. {n}',

  'streak.now': { one: 'day in a row', other: 'days in a row' },
  'streak.weeks': { one: 'week in a row', other: 'weeks in a row' },
  'streak.none': 'No streak yet',
  'streak.start': 'Today is a good day to start one.',
  'streak.startWeek': 'This week is a good one to start.',
  'streak.best': 'Best so far: {n}',
  'streak.lastChance': 'Last chance today, until {time}',
  'streak.openWeek': 'Still to do this week, until {day}',
  'streak.safe': 'Safe for today',
  'streak.safeWeek': 'Safe for this week',
  'streak.paused': 'Paused: nothing is lost until you go on.',
  'streak.freezes': { one: '{n} day off in reserve', other: '{n} days off in reserve' },
  'streak.freezesWeek': { one: '{n} week off in reserve', other: '{n} weeks off in reserve' },
  'streak.frozen': 'A day off kept your streak alive.',
  'streak.frozenWeek': 'A week off kept your streak alive.',
  'streak.weekOf': 'Week of {day}',

  'mark.done': 'done',
  'mark.frozen': 'missed, a day off stood in',
  'mark.today': 'still open',
  'mark.missed': 'missed',
  'mark.ahead': 'to come',

  'badge.title': 'Badges',
  'calendar.add': 'Add to calendar',
  'badge.count': '{have} of {need} earned',
  'badge.earned': 'Earned',

  'path.behind': { one: 'One step behind you', other: '{n} steps behind you' },
  'path.reached': 'Reached',
  'path.or': 'or',
  'path.secret': 'A secret',
  'path.secretText': 'You will see what it is when you get there.',

  'meter.next': 'Next: {step}',
  'meter.steps': 'All steps',
  'meter.together': 'all of us together',
} as const satisfies Entries;
