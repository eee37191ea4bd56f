import type { First } from '../catalogue.js';

export const first: First = {
  'list.and': 'und',

  'panel.name': 'Vorteile',
  'panel.close': 'Schließen',
  'panel.sections': 'Bereiche',

  'view.home': 'Start',
  'view.earn': 'Sammeln',
  'view.rewards': 'Prämien',
  'view.vouchers': 'Codes',
  'view.activity': 'Verlauf',

  'guest.terms': 'Teilnahmebedingungen',

  'points.balance': 'Dein Guthaben',
  'points.worth': 'entspricht {money}',
  'points.pending': '{amount} unterwegs',
  'points.releases': 'einlösbar ab {day}',
  'points.releasesOn': 'einlösbar {event}',
  'points.expiring': '{amount} verfallen am {day}',
  'points.below':
    'Eine Rückgabe wurde gebucht, nachdem diese Punkte ausgegeben waren. Deine nächsten Bestellungen gleichen das aus.',

  'tier.progress': '{have} von {need}',
  'tier.missing': 'Noch {amount} bis {step}',
  'tier.top': 'Du hast die höchste Stufe erreicht.',
  'tier.until': 'Gilt für dich bis {day}',
  'tier.keep': 'Noch {amount} bis {day}, und du bleibst {step}.',
  'tier.kept': 'Du bleibst auch nach dem {day} {step}.',
  'tier.falls': 'Sonst geht es als {step} weiter.',
  'tier.perks': 'Das hast du davon',
  'tier.next': 'Das kommt mit {step} dazu',
  'tier.ladder': 'Alle Stufen',
  'tier.from': 'ab {amount}',
  'tier.start': 'von Anfang an',
  'tier.yours': 'deine Stufe',

  'challenges.title': 'Aktionen',
  'challenges.empty': 'Gerade läuft keine Aktion. Die nächste findest du hier.',

  'track.progress': '{have} von {need}',
  'track.missing': 'noch {amount}',
  'track.reward': 'Dafür gibt es {what}',
  'track.done': 'Geschafft',
  'track.until': 'bis {day}',
  'track.expired': 'Vorbei',
  'track.locked': 'Für dich noch nicht offen',
  'track.join': 'Mitmachen',
  'track.leave': 'Aktion verlassen',
  'track.taskDone': 'erledigt',
  'track.doneTimes': { one: 'Schon einmal voll', other: 'Schon {n}‑mal voll' },

  'stamps.of': '{have} von {need} Stempeln',

  'streak.best': 'Bisher am längsten: {n}',
  'streak.lastChance': 'Heute noch bis {time}',
  'streak.safe': 'Für heute erledigt',
  'streak.day': '{day}: erledigt',
  'streak.missed': '{day}: offen',
  'streak.now': { one: '{n} Tag in Folge', other: '{n} Tage in Folge' },
  'streak.freezes': { one: '{n} freier Tag in Reserve', other: '{n} freie Tage in Reserve' },

  'reward.working': 'Einen Moment …',

  'earn.rate': '{give} je {per}',

  'grant.percent': '{percent} % Rabatt',
  'grant.amount': '{amount} Rabatt',
  'grant.shipping': 'kostenloser Versand',
  'grant.times': '{times}-fache Punkte',
  'grant.giftCard': 'ein Gutschein über {amount}',
  'grant.surprise': 'eine Überraschung',

  'error.load': 'Dieser Teil lässt sich gerade nicht anzeigen.',
  'error.offline': 'Du bist offline. Sobald du wieder verbunden bist, geht es weiter.',
  'error.retry': 'Noch einmal',

  'stale.since': 'Stand {time}',
};
