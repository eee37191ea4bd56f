import type { Words } from '../catalogue.js';

export const words: Words<'tracks'> = {
  'track.reward': 'Dafür gibt es {what}',
  'track.done': 'Geschafft',
  'track.expired': 'Vorbei',
  'track.locked': 'Für dich noch nicht offen',
  'track.invited': 'Nur auf Einladung',
  'track.starts': 'ab {day}',
  'track.doneTimes': { one: 'Schon einmal geschafft', other: 'Schon {n}‑mal geschafft' },
  'track.join': 'Mitmachen',
  'track.leave': 'Aktion verlassen',
  'track.taskDone': 'erledigt',
  'track.left': 'Noch {amount}',

  'stamps.card': 'Karte Nr. {n}',

  'streak.now': { one: 'Tag in Folge', other: 'Tage in Folge' },
  'streak.weeks': { one: 'Woche in Folge', other: 'Wochen in Folge' },
  'streak.none': 'Noch keine Serie',
  'streak.start': 'Heute ist ein guter Tag, um anzufangen.',
  'streak.startWeek': 'Diese Woche ist ein guter Anfang.',
  'streak.best': 'Bisher am längsten: {n}',
  'streak.lastChance': 'Heute noch bis {time}',
  'streak.openWeek': 'Diese Woche noch offen, bis {day}',
  'streak.safe': 'Für heute erledigt',
  'streak.safeWeek': 'Für diese Woche erledigt',
  'streak.paused': 'Pause: Bis du weitermachst, geht nichts verloren.',
  'streak.freezes': { one: '{n} freier Tag in Reserve', other: '{n} freie Tage in Reserve' },
  'streak.freezesWeek': { one: '{n} freie Woche in Reserve', other: '{n} freie Wochen in Reserve' },
  'streak.frozen': 'Ein freier Tag hat deine Serie gerettet.',
  'streak.frozenWeek': 'Eine freie Woche hat deine Serie gerettet.',
  'streak.weekOf': 'Woche ab {day}',

  'mark.done': 'geschafft',
  'mark.frozen': 'verpasst, ein freier Tag ist eingesprungen',
  'mark.today': 'noch offen',
  'mark.missed': 'verpasst',
  'mark.ahead': 'kommt noch',

  'badge.title': 'Abzeichen',
  'badge.count': '{have} von {need} erhalten',
  'badge.earned': 'Erhalten',

  'path.behind': { one: 'Ein Schritt liegt hinter dir', other: '{n} Schritte liegen hinter dir' },
  'path.reached': 'Erreicht',
  'path.or': 'oder',
  'path.secret': 'Noch geheim',
  'path.secretText': 'Was es ist, siehst du, wenn du dort bist.',

  'meter.next': 'Als Nächstes: {step}',
  'meter.steps': 'Alle Schritte',
  'meter.together': 'wir alle zusammen',
};
