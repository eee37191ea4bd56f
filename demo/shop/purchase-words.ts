import type { Lang } from './i18n.js';

/** The words of the page on which something of the programme is paid for or cancelled. */

interface PurchaseWords {
  title: string;
  lead: string;
  /** A plan's price: `39,00 € im Jahr`. */
  every: (price: string, interval: string) => string;
  intervals: Record<string, string>;
  once: string;
  price: string;
  renewal: string;
  renews: (interval: string) => string;
  payUntil: string;
  /** The law names these words, or gives them as an example. */
  order: string;
  orderNote: string;
  terms: string;
  late: string;
  lateLead: string;
  over: string;
  back: string;
  paidTitle: (title: string) => string;
  paidLead: string;
  running: string;
  nextPayment: string;
  endsOn: string;
  cancelTitle: string;
  cancelLead: (date: string) => string;
  /** The law names these words. */
  cancel: string;
  cancelledLead: (date: string) => string;
  thanks: string;
  soon: string;
  wrong: string;
  cancelled: string;
  demoRenew: string;
  demoRenewLead: string;
  listTitle: string;
  listLead: string;
  listEmpty: string;
  /** The law names these words. */
  cancelHere: string;
  pay: string;
}

export const purchaseWords: Record<Lang, PurchaseWords> = {
  de: {
    title: 'Bestellung prüfen',
    lead: 'Noch ein Klick. Bis dahin ist nichts bestellt und nichts bezahlt.',
    every: (price, interval) => `${price} ${interval}`,
    intervals: { P1Y: 'im Jahr', P1M: 'im Monat', P3M: 'im Vierteljahr', P1W: 'in der Woche' },
    once: 'einmalig',
    price: 'Preis',
    renewal: 'Laufzeit',
    renews: (interval) =>
      `Verlängert sich von selbst, bezahlt wird ${interval}. Jederzeit kündbar zum Ende der bezahlten Zeit.`,
    payUntil: 'Reserviert bis',
    order: 'Zahlungspflichtig bestellen',
    orderNote: 'Inklusive MwSt. In dieser Demo wird nichts abgebucht.',
    terms: 'Bedingungen',
    late: 'Die Zeit ist um',
    lateLead:
      'Die Reservierung ist abgelaufen, bezahlt hast du nichts. Fang einfach noch einmal an.',
    over: 'Hier ist nichts mehr offen.',
    back: 'Zurück zum Konto',
    paidTitle: (title) => `${title}: bezahlt`,
    paidLead: 'Danke dir. Alles Weitere steht in deinem Konto.',
    running: 'Läuft',
    nextPayment: 'Nächste Zahlung',
    endsOn: 'Endet am',
    cancelTitle: 'Kündigen',
    cancelLead: (date) =>
      `Du kannst alles noch bis ${date} nutzen. Danach wird nichts mehr abgebucht.`,
    cancel: 'Jetzt kündigen',
    cancelledLead: (date) => `Gekündigt. Du kannst alles noch bis ${date} nutzen.`,
    thanks: 'Bezahlt. Ab sofort gehört alles dir.',
    soon: 'Bezahlt. In ein paar Minuten ist alles freigeschaltet.',
    wrong: 'Das konnten wir nicht verbuchen. Wir melden uns und zahlen dir alles zurück.',
    cancelled: 'Deine Kündigung ist angekommen.',
    demoRenew: 'Nächste Zahlung auslösen',
    demoRenewLead: 'Nur in der Demo: verlängert um einen Zeitraum, als wäre er vorbei.',
    listTitle: 'Deine Verträge',
    listLead: 'Was läuft, was es kostet und wie du es beendest.',
    listEmpty: 'Hier läuft nichts, was du bezahlst.',
    cancelHere: 'Verträge hier kündigen',
    pay: 'Weiter zur Zahlung',
  },
  en: {
    title: 'Check your order',
    lead: 'One more click. Until then nothing is ordered and nothing is paid.',
    every: (price, interval) => `${price} ${interval}`,
    intervals: { P1Y: 'a year', P1M: 'a month', P3M: 'a quarter', P1W: 'a week' },
    once: 'once',
    price: 'Price',
    renewal: 'Term',
    renews: (interval) =>
      `Renews by itself and is paid ${interval}. Cancel any time, to the end of the time you have paid for.`,
    payUntil: 'Kept for you until',
    order: 'Order with obligation to pay',
    orderNote: 'Including VAT. This is a demo: nothing is charged.',
    terms: 'Terms',
    late: 'Time is up',
    lateLead: 'It is no longer kept for you, and you have paid nothing. Simply start again.',
    over: 'There is nothing open here any more.',
    back: 'Back to your account',
    paidTitle: (title) => `${title}: paid`,
    paidLead: 'Thank you. You will find everything in your account.',
    running: 'Running',
    nextPayment: 'Next payment',
    endsOn: 'Ends on',
    cancelTitle: 'Cancel',
    cancelLead: (date) => `You keep everything until ${date}. Nothing is charged after that.`,
    cancel: 'Cancel now',
    cancelledLead: (date) => `Cancelled. You keep everything until ${date}.`,
    thanks: 'Paid. It is all yours from now on.',
    soon: 'Paid. Everything will be open to you in a few minutes.',
    wrong: 'We could not book this. We will be in touch and pay everything back.',
    cancelled: 'We have your cancellation.',
    demoRenew: 'Make the next payment',
    demoRenewLead: 'Demo only: renews by one term, as if it had passed.',
    listTitle: 'Your contracts',
    listLead: 'What is running, what it costs, and how to end it.',
    listEmpty: 'Nothing that you pay for is running here.',
    cancelHere: 'Cancel contracts here',
    pay: 'On to payment',
  },
};
