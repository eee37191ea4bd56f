import type { LegalTexts } from './pages/legal.js';

/** The legal pages in German. */
export const de: LegalTexts = {
  imprint: {
    title: 'Impressum',
    sections: [
      [
        'Wer dahintersteckt',
        'Oak & Ember ist eine erfundene Kaffeerösterei. Der Laden zeigt, wie ein Treueprogramm in einem echten Onlineshop aussieht. Es gibt keine Firma, keinen Röster und keine Agnes, so gern wir sie kennenlernen würden.',
      ],
      [
        'Wäre es echt',
        'stünden hier Name und Anschrift der Firma, Firmenbuchnummer, UID-Nummer und ein Weg zu jemandem, der antwortet.',
      ],
      ['Bilder', 'Alle Zeichnungen sind für diesen Laden entstanden.'],
    ],
  },
  terms: {
    title: 'AGB',
    sections: [
      [
        'Kein Kauf',
        'Bestellungen in dieser Demo sind unverbindlich. Es wird nichts abgebucht und nichts verschickt.',
      ],
      [
        'Preise und Versand',
        'Die Preise sind in Euro und enthalten die Mehrwertsteuer. Der Versand kostet € 4,90 und ist ab € 45 Warenwert nach Abzug der Gutscheine gratis.',
      ],
      [
        'Gutscheine',
        'Pro Bestellung können bis zu drei Codes eingelöst werden. Ein Code, der bei einer Bestellung nichts bewirkt, wird nicht verbraucht. Wird eine Bestellung zurückgeschickt, entscheidet der Club, ob ihre Codes wieder gelten.',
      ],
      [
        'Rückgabe',
        'Jede Bestellung kann auf ihrer eigenen Seite ganz zurückgeschickt werden. Die Punkte dafür werden wieder abgezogen.',
      ],
    ],
  },
  privacy: {
    title: 'Datenschutz',
    sections: [
      [
        'Ein Cookie',
        'Sobald du etwas in den Warenkorb legst, dich anmeldest oder die Sprache wechselst, setzt der Laden ein Cookie mit einer Zufallszahl. Es ist nötig, damit der Warenkorb nicht vergessen wird, und verschwindet, wenn du den Browser schließt.',
      ],
      [
        'Was der Laden aufhebt',
        'Warenkorb, Bestellungen und Bewertungen liegen im Arbeitsspeicher des Servers und sind nach einem Neustart weg. Es gibt kein Formular, das nach Name oder Adresse fragt.',
      ],
      [
        'Was der Club erfährt',
        'Kaufst du als Mitglied des Oak Club ein, bekommt der Club die Mitgliedsnummer, die Artikel und Beträge der Bestellung, Bewertungen (dass es eine gab, nicht was darin steht) und Check-ins.',
      ],
      ['Andere', 'Keine Analyse, keine Werbung, keine Schriften oder Skripte von anderswo.'],
    ],
  },
  'club-terms': {
    title: 'Clubregeln',
    sections: [
      [
        'Beitreten',
        'Der Oak Club ist gratis. Du kannst jederzeit austreten, auf deiner Karte unter „Profil“.',
      ],
      [
        'Sammeln',
        'Punkte gibt es für jeden Euro, den du nach Abzug der Gutscheine für Waren ausgibst, nicht für den Versand. Kaffee bringt auch Stempel. Wie viele, und wofür es sonst Punkte gibt, steht immer aktuell auf deiner Karte.',
      ],
      [
        'Rückgaben',
        'Schickst du eine Bestellung zurück, gehen auch ihre Punkte und Stempel zurück. Sind sie schon ausgegeben, kann dein Stand eine Zeit lang unter null liegen.',
      ],
      [
        'Stufen',
        'Deine Stufe richtet sich danach, was du in den letzten zwölf Monaten ausgegeben hast. Bevor sie sinkt, zeigt deine Karte, was fehlt und bis wann.',
      ],
    ],
  },
};
