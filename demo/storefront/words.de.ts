import type { Messages } from '../shop/i18n.js';
import { de } from '../shop/messages.de.js';
import type { Words } from './words.en.js';

const states: Record<string, string> = {
  new: 'Heute beigetreten und bisher nur geschaut.',
  middle: 'Mittendrin: Etwas geht jetzt schon, etwas anderes ist fast erreicht.',
  top: 'War überall, wo das Programm hinführt, und hat mehrere Gutscheine.',
  empty: 'Lange dabei, lange nicht da gewesen: nichts mehr übrig.',
};

/** Any shop of the demo in German. */
export const german = ({ name, trade, about, club }: Words): Messages => ({
  ...de,
  brand: { name, trade, description: about },
  nav: { ...de.nav, club },
  cart: {
    ...de.cart,
    emptyLead: 'Ein guter Tag, um etwas zu finden.',
    emptyCta: 'Umschauen',
    checkoutGuest: `Du bestellst als Gast. Mit ${club} würde diese Bestellung zählen.`,
    refusals: {
      ...de.cart.refusals,
      'other-member': `Dieser Code gehört zu einem anderen Konto bei ${club}.`,
      'sign-in': `Dieser Code gehört zu einem Konto bei ${club}. Melde dich an, um ihn einzulösen.`,
    },
  },
  account: {
    ...de.account,
    titleGuest: 'Wer kauft heute ein?',
    people: (key) => states[key] ?? '',
    title: (person) => `Hallo ${person}`,
    lead: `Alles, was ${club} über dich weiß.`,
    checkInTitle: 'Heute vorbeischauen',
    checkInLead: 'Als wärst du zur Tür hereingekommen. Einmal am Tag.',
    checkIn: 'Ich bin da',
    checkedIn: 'Du warst heute schon da.',
    challenges: 'Aufgaben',
  },
  order: {
    ...de.order,
    lead: (id) => `Bestellung ${id} ist da und geht morgen auf die Reise.`,
    loyalty: {
      delivered: `${club} weiß schon von dieser Bestellung.`,
      waiting: `${club} erfährt in ein paar Minuten von dieser Bestellung.`,
      rejected: `Bei ${club} konnten wir diese Bestellung nicht automatisch verbuchen. Wir kümmern uns von Hand darum.`,
      guest: `Als Mitglied von ${club} hätte diese Bestellung gezählt.`,
    },
  },
  product: {
    ...de.product,
    writeLead: 'Ein, zwei Sätze helfen anderen beim Aussuchen.',
    more: 'Auch von uns',
  },
  notFound: {
    title: 'Hier ist nichts',
    lead: 'Die Seite ist umgezogen, oder es gab sie nie. Alles andere ist an seinem Platz.',
    cta: 'Zum Anfang',
  },
});
