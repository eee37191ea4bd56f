import type { Words } from '../catalogue.js';

export const words: Words<'hints'> = {
  'next.gift': 'Ein Geschenk wartet auf dich',
  'next.giftOpen': 'Jetzt auspacken',
  'next.streak': {
    one: 'Mach weiter: {n} Tag in Folge',
    other: 'Mach weiter: {n} Tage in Folge',
  },
  'next.streakUntil': 'Letzte Chance heute, bis {time}',
  'next.expiring': 'Löse „{title}“ rechtzeitig ein',
  'next.until': 'nur noch bis {day}',
  'next.untilTime': 'nur noch heute bis {time}',
  'next.reward': 'Hol dir „{title}“',
  'next.for': 'für {amount}',
  'next.free': 'kostenlos',
  'next.step': 'Nur noch {amount} bis „{step}“',
  'next.ready': 'Bereit zum Einlösen: {title}',
  'next.valid': 'gültig bis {day}',
};
