import { isolated } from '../../../contract/isolated.js';
import type { Told } from '../../stores/rows.js';
import type { Programme } from './programme/programme.js';
import { pick } from './programme/texts.js';

/**
 * What the engine itself says, in its languages; a programme in another one hears English. No
 * balance ever stands in these sentences: the widget writes numbers itself.
 */
const words = {
  'line.order': { de: 'Bestellung {id}', en: 'Order {id}' },
  'line.refund': { de: 'Rückgabe zu Bestellung {id}', en: 'Return of order {id}' },
  'line.refund-part': {
    de: 'Teilrückgabe zu Bestellung {id}',
    en: 'Partial return of order {id}',
  },
  'line.step': { de: '{track}: {step} erreicht', en: '{track}: {step} reached' },
  'line.step-back': { de: '{track}: {step} zurückgenommen', en: '{track}: {step} taken back' },
  'line.step-kept': { de: '{track}: {step} bleibt', en: '{track}: {step} kept' },
  'line.step-falls': { de: '{track}: jetzt {step}', en: '{track}: now {step}' },
  'line.step-ends': { de: '{track}: {step} beendet', en: '{track}: {step} ended' },
  'line.release': { de: 'Jetzt einlösbar: {title}', en: 'Ready to use: {title}' },
  'line.expire': { de: 'Abgelaufen', en: 'Expired' },
  'line.voucher-expired': { de: 'Abgelaufen: {title}', en: 'Expired: {title}' },
  'line.undo': { de: 'Rückgängig gemacht: {title}', en: 'Undone: {title}' },
  'line.paid': { de: 'Bezahlt: {title}', en: 'Paid: {title}' },
  'line.plan-renewed': { de: 'Verlängert: {title}', en: 'Renewed: {title}' },
  'line.plan-cancelled': { de: 'Gekündigt: {title}', en: 'Cancelled: {title}' },
  'line.plan-over': { de: 'Beendet: {title}', en: 'Ended: {title}' },
  'line.unpaid': { de: 'Nicht bezahlt: {title}', en: 'Not paid: {title}' },
  'line.held-used': { de: 'Verwendet: {title}', en: 'Used: {title}' },
  'line.held-back': { de: 'Wieder frei: {title}', en: 'Free again: {title}' },
  'line.prize': { de: '{board}: Platz {rank}', en: '{board}: place {rank}' },
  'line.drawn': { de: '{board}: gewonnen', en: '{board}: you won' },
  'line.welcome': { de: 'Ein Willkommensgeschenk', en: 'A welcome gift' },
  'line.welcome-from': { de: 'Ein Geschenk von {name}', en: 'A gift from {name}' },
  'line.referral-back': { de: 'Einladung zurückgenommen', en: 'Invitation taken back' },
  'because.prize': {
    de: 'So stand es, als die Wertung endete',
    en: 'That was the standing when the board closed',
  },
  'because.drawn': {
    de: 'Aus allen Losen gezogen, jedes mit derselben Chance',
    en: 'Drawn from all entries, each with the same chance',
  },
  'because.welcome': {
    de: 'Für alle, die auf Einladung dazukommen',
    en: 'For everyone who joins by invitation',
  },
  'because.referral-back': {
    de: 'Die erste Bestellung wurde zurückgegeben',
    en: 'The first order was returned',
  },
  'because.referral-back-of': {
    de: 'Die erste Bestellung von {name} wurde zurückgegeben',
    en: 'The first order of {name} was returned',
  },
  'because.rate': { de: '{rule}: {give} je {per}', en: '{rule}: {give} per {per}' },
  'because.times': { de: '{step}: mal {times}', en: '{step}: times {times}' },
  'because.line': { de: '{qty} × {product}', en: '{qty} × {product}' },
  'because.order-share': {
    de: 'Rabatt der ganzen Bestellung anteilig abgezogen',
    en: 'Discount on the whole order taken off in proportion',
  },
  'because.refund-part': {
    de: 'Anteilig, abgerundet auf ganze Einheiten',
    en: 'In proportion, rounded down to whole units',
  },
  'because.release': {
    de: 'Die Wartezeit nach dem Einkauf ist vorbei',
    en: 'The waiting time after the purchase is over',
  },
  'because.expire': { de: 'Die Gültigkeit ist zu Ende', en: 'The validity has ended' },
  'because.step': { de: '{track}: Ziel erreicht', en: '{track}: target met' },
  'because.review': {
    de: 'Der Zeitraum, der über die Stufe entscheidet, ist zu Ende',
    en: 'The period that decides on the level has ended',
  },
  'because.undone-need': {
    de: 'Ohne die zurückgegebene Bestellung nicht erreicht',
    en: 'Not reached without the returned order',
  },
  'because.cost': { de: 'Preis der Prämie', en: 'Price of the reward' },
  'because.undo': {
    de: 'Innerhalb der Frist zurückgenommen, mit dem alten Ablaufdatum',
    en: 'Undone in time; it expires when it would have expired before',
  },
  'because.price': { de: 'Bezahlt: {price}', en: 'Paid: {price}' },
  'because.plan-until': {
    de: 'Läuft bis zum Ende der bezahlten Zeit',
    en: 'Runs to the end of the time that is paid for',
  },
  'because.plan-now': {
    de: 'Zurückgezahlt und sofort beendet',
    en: 'Paid back and ended at once',
  },
  'because.unpaid': {
    de: 'Die Zahlung kam nicht rechtzeitig',
    en: 'The payment did not come in time',
  },
  'because.held': {
    de: 'Für deine Bestellung zurückgelegt',
    en: 'Set aside for your order',
  },
  'because.held-over': {
    de: 'Nicht verwendet, solange es zurückgelegt war',
    en: 'Not used while it was set aside',
  },
  'because.full': {
    de: 'Mehr davon lässt sich nicht sammeln',
    en: 'No more of it can be collected',
  },
  'because.quiz': { de: '{right} von {all} richtig', en: '{right} of {all} right' },
  'because.frozen': {
    de: 'Eingefroren für einen verpassten Tag',
    en: 'Used for a missed day',
  },
  'because.frozen-week': {
    de: 'Eingefroren für eine verpasste Woche',
    en: 'Used for a missed week',
  },
  'because.shop': { de: 'Vom Shop gebucht', en: 'Booked by the shop' },
  'say.profile': { de: 'Sag uns, wann du Geburtstag hast', en: 'Tell us when your birthday is' },
  'say.full': {
    de: 'Du hast schon so viele, wie du halten kannst',
    en: 'You have as many as you can hold',
  },
  'say.order-first': { de: 'Nach deiner nächsten Bestellung', en: 'After your next order' },
  'board.someone': { de: 'Ein Mitglied', en: 'A member' },
  'no.board': { de: 'Diese Rangliste gibt es nicht.', en: 'There is no such board.' },
  'no.invites': {
    de: 'In diesem Programm gibt es keine Einladungen.',
    en: 'This programme has no invitations.',
  },
  'no.code': {
    de: 'Diesen Einladungscode gibt es nicht. Sieh noch einmal nach, wie er geschrieben ist.',
    en: 'There is no such invitation code. Check how it is spelt.',
  },
  'no.self': {
    de: 'Das ist dein eigener Code. Gib ihn an Freunde weiter.',
    en: 'This is your own code. Pass it on to a friend.',
  },
  'no.friend': {
    de: 'Einladungen gelten für alle, die neu sind und noch nichts bestellt haben.',
    en: 'Invitations are for those who are new and have not ordered yet.',
  },
  'no.second': {
    de: 'Du bist schon über eine andere Einladung dazugekommen.',
    en: 'You have already joined by another invitation.',
  },
  'no.member': {
    de: 'Dafür brauchst du eine Mitgliedschaft im Programm.',
    en: 'This needs a membership in the programme.',
  },
  'no.blocked': { de: 'Diese Mitgliedschaft ist gesperrt.', en: 'This membership is blocked.' },
  'no.paused': { de: 'Diese Mitgliedschaft ruht gerade.', en: 'This membership is paused.' },
  'no.reward': { de: 'Diese Prämie gibt es nicht.', en: 'There is no such reward.' },
  'no.rule': { de: 'Diese Aufgabe gibt es nicht.', en: 'There is no such way to earn.' },
  'no.track': { de: 'Diese Aktion gibt es nicht.', en: 'There is no such challenge.' },
  'no.voucher': { de: 'Diesen Gutschein gibt es nicht.', en: 'There is no such voucher.' },
  'no.cursor': {
    de: 'Diese Seite der Liste gibt es nicht mehr. Lade die Liste neu.',
    en: 'This page of the list is gone. Load the list again.',
  },
  'no.short': {
    de: 'Dein Guthaben reicht dafür noch nicht.',
    en: 'Your balance is not enough for this yet.',
  },
  'no.locked': {
    de: 'Das gibt es ab {step}.',
    en: 'This opens at {step}.',
  },
  'no.used-up': {
    de: 'Öfter geht das leider nicht.',
    en: 'You have had this as often as it is possible.',
  },
  'no.cooldown': { de: 'Das geht erst später wieder.', en: 'This is possible again later.' },
  'no.sold-out': { de: 'Leider vergriffen.', en: 'Sorry, sold out.' },
  'no.scheduled': { de: 'Das hat noch nicht begonnen.', en: 'This has not started yet.' },
  'no.ended': { de: 'Das ist vorbei.', en: 'This is over.' },
  'no.profile': {
    de: 'Dafür fehlt noch eine Angabe von dir.',
    en: 'One more detail about you is needed for this.',
  },
  'no.unknown': { de: 'Das geht gerade nicht.', en: 'This is not possible right now.' },
  'no.client': {
    de: 'Das bestätigt der Shop, sobald es geschehen ist.',
    en: 'The shop confirms this once it has happened.',
  },
  'no.optin': {
    de: 'Hier musst du nicht beitreten: Das zählt von selbst.',
    en: 'No need to join: this counts by itself.',
  },
  'no.rest': {
    de: 'Pausieren geht, sobald deine Serie läuft und du seit der letzten Pause wieder da warst.',
    en: 'You can rest once your streak runs and you have been back since your last rest.',
  },
  'no.spend': {
    de: 'Wähle einen Betrag, den der Regler erlaubt.',
    en: 'Choose an amount that the slider allows.',
  },
  'no.spend-fixed': {
    de: 'Der Preis dieser Prämie steht fest.',
    en: 'The price of this reward is fixed.',
  },
  'no.choice': { de: 'Wähle eine der Möglichkeiten.', en: 'Choose one of the options.' },
  'no.quote': {
    de: 'Das Angebot ist abgelaufen. Sieh den Preis noch einmal an.',
    en: 'The quote has expired. Look at the price again.',
  },
  'no.undo-used': {
    de: 'Der Gutschein wurde schon verwendet.',
    en: 'The voucher has been used already.',
  },
  'no.undo-late': {
    de: 'Die Frist zum Zurücknehmen ist vorbei.',
    en: 'The time to undo this is over.',
  },
  'no.undo-spent': {
    de: 'Was du dafür bekommen hast, ist schon verwendet.',
    en: 'What you got for it has been spent already.',
  },
  'no.undo-never': {
    de: 'Das lässt sich nicht zurücknehmen.',
    en: 'This cannot be undone.',
  },
  'no.form': { de: 'Bitte sieh deine Antworten noch einmal an.', en: 'Please check your answers.' },
  'field.required': { de: 'Bitte beantworte das.', en: 'Please answer this.' },
  'field.type': {
    de: 'Diese Antwort passt nicht zur Frage.',
    en: 'This answer does not fit the question.',
  },
  'field.option': { de: 'Wähle eine der Antworten.', en: 'Choose one of the answers.' },
  'field.range': { de: 'Zwischen {min} und {max}, bitte.', en: 'Between {min} and {max}, please.' },
  'field.long': { de: 'Höchstens {max} Zeichen, bitte.', en: 'At most {max} characters, please.' },
  'field.unknown': { de: 'Diese Frage gibt es nicht.', en: 'There is no such question.' },
  'cart.min': {
    de: 'Ab einem höheren Bestellwert.',
    en: 'For a larger order.',
  },
  'cart.only': { de: 'Gilt nur für: {what}', en: 'Only for: {what}' },
  'cart.other': {
    de: 'Gilt für nichts in diesem Warenkorb.',
    en: 'Does not apply to anything in this cart.',
  },
  'cart.one-code': {
    de: 'Auf eine Bestellung passt nur ein Code.',
    en: 'An order takes one code only.',
  },
  'cart.codes': {
    de: 'Mehr Codes nimmt diese Bestellung nicht.',
    en: 'This order takes no more codes.',
  },
  'cart.currency': {
    de: 'Dieses Programm rechnet in {currency}.',
    en: 'This programme counts in {currency}.',
  },
  'cart.huge': {
    de: 'Mit so großen Beträgen lässt sich nicht rechnen.',
    en: 'Amounts this large cannot be reckoned with.',
  },
  'line.leave': { de: 'Ausgetreten', en: 'Left the programme' },
  'no.alias': {
    de: 'Ein Name hat höchstens 40 Zeichen in einer Zeile, alle sichtbar, und darunter einen Buchstaben oder eine Ziffer.',
    en: 'A name has at most 40 characters in one line, all of them visible, and a letter or a digit among them.',
  },
  'no.birthday': { de: 'Diesen Tag gibt es nicht.', en: 'There is no such day.' },
  'no.birthday-set': {
    de: 'Dein Geburtstag steht schon fest. Stimmt er nicht, ändert ihn der Shop für dich.',
    en: 'Your birthday is set already. If it is wrong, the shop can change it for you.',
  },
  'no.consent': {
    de: 'Danach fragt dieses Programm nicht.',
    en: 'This programme does not ask for that.',
  },
  'busy.key': {
    de: 'Die erste Anfrage läuft noch.',
    en: 'The first request is still running.',
  },
  'busy.store': {
    de: 'Gerade ist viel los. Versuch es gleich noch einmal.',
    en: 'Busy right now. Try again in a moment.',
  },
  'key.reused': {
    de: 'Dieser Schlüssel gehört zu einer anderen Anfrage.',
    en: 'This key belongs to another request.',
  },
  'key.left': {
    de: 'Dieser Schlüssel gehört zu einer Anfrage aus der Zeit vor dem Austritt.',
    en: 'This key belongs to a request from before this member left.',
  },
} as const;

export type WordKey = keyof typeof words;
type Slots = Readonly<Record<string, string | number | Told<string>>>;

/** A sentence in every language of the programme. */
export function tell(programme: Programme, key: WordKey, slots: Slots = {}): Told<string> {
  return programme.told((_, locale) => say(programme, locale, key, slots));
}

/** A sentence in one language. */
export function say(
  programme: Programme,
  locale: string | undefined,
  key: WordKey,
  slots: Slots = {},
): string {
  const language = programme.localeFor(locale);
  const sentence: string = pick(words[key], language, 'en');
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = slots[name] ?? '';
    return isolated(
      typeof slot === 'object' ? pick(slot, language, programme.locale) : String(slot),
    );
  });
}
