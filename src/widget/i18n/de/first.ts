import type { Words } from '../catalogue.js';

export const words: Words<'first'> = {
  'list.and': 'und',

  'panel.name': 'Vorteile',
  'panel.close': 'Schließen',
  'panel.sections': 'Bereiche',

  'view.home': 'Start',
  'view.challenges': 'Aktionen',
  'view.play': 'Spielen',
  'view.board': 'Rangliste',
  'view.referral': 'Freunde einladen',
  'view.more': 'Mehr',
  'view.earn': 'Sammeln',
  'view.rewards': 'Prämien',
  'view.vouchers': 'Codes',
  'view.activity': 'Verlauf',
  'view.profile': 'Profil',

  'legal.terms': 'Teilnahmebedingungen',
  'legal.privacy': 'Datenschutz',
  'legal.withdrawal': 'Vertrag widerrufen',
  'legal.cancel': 'Verträge hier kündigen',
  'legal.imprint': 'Impressum',
  'legal.contact': 'Kontakt',

  'points.balance': 'Dein Guthaben',
  'points.worth': 'entspricht {money}',
  'points.pending': '{amount} unterwegs',
  'points.releases': 'einlösbar ab {day}',
  'points.releasesOn': 'einlösbar {event}',
  'points.expiring': '{amount} verfallen am {day}',
  'points.below': 'Dein Guthaben ist im Minus. Deine nächsten Bestellungen gleichen das aus.',

  'tier.progress': '{have} von {need}',
  'tier.missing': 'Noch {amount} bis {step}',
  'tier.top': 'Du hast die höchste Stufe erreicht.',
  'tier.until': 'Gilt für dich bis {day}',
  'tier.keep': 'Noch {amount} bis {day}, und du bleibst {step}.',
  'tier.kept': 'Du bleibst auch nach dem {day} {step}.',
  'tier.falls': 'Sonst wechselst du zu {step}.',
  'tier.perks': 'Deine Vorteile',
  'tier.ladder': 'Alle Stufen',

  'tier.from': 'ab {amount}',
  'tier.start': 'von Anfang an',
  'tier.yours': 'deine Stufe',

  'challenges.empty': 'Gerade läuft keine Aktion. Die nächste findest du hier.',

  'track.progress': '{unit}: {have} von {need}',
  'track.until': 'bis {day}',

  'reward.working': 'Einen Moment …',

  'earn.rate': '{give} je {per}',

  'grant.percent': '{percent} % Rabatt',
  'grant.amount': '{amount} Rabatt',
  'grant.shipping': 'kostenloser Versand',
  'grant.times': '{times}-fache Punkte',
  'grant.giftCard': 'ein Gutschein über {amount}',
  'grant.surprise': 'eine Überraschung',
  'grant.upTo': '{discount}, höchstens {amount}',

  'error.load': 'Dieser Teil lässt sich gerade nicht anzeigen.',
  'error.offline': 'Du bist offline. Versuch es noch einmal, sobald du wieder verbunden bist.',
  'error.retry': 'Noch einmal versuchen',

  'stale.since': 'Stand {time}',
};
