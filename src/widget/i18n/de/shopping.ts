import type { Words } from '../catalogue.js';

export const words: Words<'shopping'> = {
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
};
