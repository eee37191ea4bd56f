import type { Words } from '../catalogue.js';

export const words: Words<'shopping'> = {
  'cart.title': 'Diese Bestellung und deine Vorteile',
  'cart.earns': 'Mit dieser Bestellung sammelst du',
  'cart.earnsGuest': 'Mitglieder sammeln mit dieser Bestellung',
  'cart.reaches': '{track}: {step}',
  'cart.moves': '{track}: danach {progress}',
  'cart.spend': 'Für diese Bestellung einlösen',
  'cart.nothing': 'Für diese Bestellung passt gerade nichts.',
  'cart.near': 'Fast so weit ({n})',
  'cart.saves': 'spart {amount}',
  'cart.savesUpTo': 'spart bis zu {amount}',
  'cart.combines': 'mit anderen Codes kombinierbar',
  'cart.alone': 'nicht kombinierbar',
  'cart.best': 'Das Beste für diese Bestellung',
  'cart.apply': 'Nutzen',

  'estimate.earn': 'Damit sammelst du {amounts}',
  'estimate.guest': 'Mitglieder sammeln damit {amounts}',
  'estimate.join': 'Mitglied werden',

  'goal.title': 'Dein Ziel',
  'goal.drop': 'Nicht mehr darauf sparen',
  'goal.ready': 'Dafür reicht es jetzt.',
  'goal.toReward': 'Zur Prämie',
  'goal.ways': 'So kommst du hin',
  'goal.line': 'Noch {amount} bis „{title}“',
  'goal.lineReady': 'Es reicht für „{title}“',

  'nudge.open': 'Ansehen',
  'nudge.never': 'Nicht mehr zeigen',
  'nudge.useThem': 'Schau, was du dafür bekommst.',
  'nudge.profile': 'In deinem Profil fehlt noch eine Angabe.',
  'nudge.join': 'Mit jeder Bestellung sammeln: mach mit bei {program}',
};
