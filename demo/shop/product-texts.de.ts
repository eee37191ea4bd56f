import type { ProductText } from './i18n.js';
import type { ProductId } from './products.js';

/** The products in German. */
export const de: Record<ProductId, ProductText> = {
  ember: {
    name: 'Glut',
    kind: 'Hausespresso',
    line: 'Zartbitter, geröstete Haselnuss, ein wenig Orangenschale',
    story:
      'Mit diesem Kaffee haben wir angefangen. Zwei Teile Brasilien für den Körper, ein Teil Guatemala für den Glanz. Wir haben ihn nie verändert, weil uns nie jemand darum gebeten hat.',
    facts: [
      ['Herkunft', 'Cerrado, Brasilien und Huehuetenango, Guatemala'],
      ['Röstung', 'mitteldunkel'],
      ['Zubereitung', '18 g hinein, 40 g heraus, 28 Sekunden'],
    ],
    picture: 'Rote Kaffeepackung, an deren Fuß eine Flamme aufsteigt',
  },
  neubau: {
    name: 'Neubau',
    kind: 'Filter für jeden Tag',
    line: 'Karamell, roter Apfel, Schwarztee',
    story:
      'Benannt nach dem Bezirk, dessen Fenster wir beschlagen. Ein Filterkaffee für die große Kanne: freundlich, rund, und auch dann noch gut, wenn er neben dem Laptop kalt geworden ist.',
    facts: [
      ['Herkunft', 'Nyeri, Kenia und Cauca, Kolumbien'],
      ['Röstung', 'hell bis mittel'],
      ['Zubereitung', '60 g pro Liter, 94 °C'],
    ],
    picture: 'Cremefarbene Kaffeepackung, auf dem Etikett die Dächer einer Wiener Gasse',
  },
  huila: {
    name: 'Huila',
    kind: 'Kolumbien, gewaschen',
    line: 'Panela, Zwetschke, Kakaobohne',
    story:
      'Doña Marleny baut ihn auf 1780 Metern an, auf drei Hektar, die sie von ihrem Vater übernommen hat. Wir kaufen die ganze Ernte, seit 2019 jedes Jahr.',
    facts: [
      ['Herkunft', 'Finca La Loma, Huila, Kolumbien'],
      ['Varietät', 'Caturra und Pink Bourbon'],
      ['Zubereitung', 'Filter oder Espresso, ganz nach Laune'],
    ],
    picture: 'Grüne Kaffeepackung mit Bergketten unter tiefer Sonne',
  },
  guji: {
    name: 'Guji',
    kind: 'Äthiopien, natur',
    line: 'Marille, Jasmin, Waldhonig',
    story:
      'Drei Wochen in der ganzen Kirsche auf Hochbetten getrocknet und jede Stunde von Hand gewendet. Riecht wie ein Obststand im Juli.',
    facts: [
      ['Herkunft', 'Hambela, Guji, Äthiopien'],
      ['Varietät', 'alte lokale Sorten'],
      ['Zubereitung', 'Filter, 92 °C, ohne Eile'],
    ],
    picture: 'Blaue Kaffeepackung mit einem Zweig voll reifer Kaffeekirschen',
  },
  moth: {
    name: 'Nachtfalter',
    kind: 'Koffeinfrei, ganz und gar',
    line: 'Milchschokolade, Feige, Mandel',
    story:
      'Für die Tasse nach der letzten Tasse. Nur mit Bergwasser entkoffeiniert und so sorgfältig geröstet wie alle anderen.',
    facts: [
      ['Herkunft', 'Chiapas, Mexiko'],
      ['Entkoffeiniert', 'mit Wasser, ohne Lösungsmittel'],
      ['Zubereitung', 'Siebträger, Espressokocher, Filter'],
    ],
    picture: 'Nachtblaue Kaffeepackung mit einem Falter vor dem Mond',
  },
  tasting: {
    name: 'Vier Viertel',
    kind: 'Kostset',
    line: 'Vier Kaffees zu je 60 g und eine Karte für Notizen',
    story:
      'Glut, Neubau, Huila und Guji in kleinen Dosen: genug für je vier Tassen. Koste sie nebeneinander, dann weißt du Bescheid.',
    facts: [
      ['Inhalt', '4 Dosen zu je 60 g'],
      ['Dabei', 'Kostkarte und Bleistift'],
      ['Geschenk', 'kommt in der Schachtel, fertig zum Überreichen'],
    ],
    picture: 'Offene Schachtel mit vier kleinen Kaffeedosen in Rot, Creme, Grün und Blau',
  },
  grinder: {
    name: 'Handmühle Nr. 2',
    kind: 'Stahlmahlwerk, Holzknauf',
    line: 'Mahlt 18 Gramm in etwa einer Minute',
    story:
      'Gedreht in einer Werkstatt in Waidhofen. Das Mahlwerk ist gehärteter Stahl, der Knauf aus dem Holz deiner Wahl. Sie lässt sich ohne Werkzeug zerlegen, und jedes Teil gibt es einzeln nach.',
    facts: [
      ['Mahlwerk', 'konisch, 39 mm, gehärteter Stahl'],
      ['Füllmenge', '30 g'],
      ['Garantie', '10 Jahre auf alles, was sich dreht'],
    ],
    picture: 'Handmühle aus Stahl mit geschwungener Kurbel und Holzknauf',
  },
  dripper: {
    name: 'Handfilter Welle',
    kind: 'Porzellan, für 1 bis 3 Tassen',
    line: 'Tiefe Rippen, ein großes Loch, keine Tricks',
    story:
      'In Gmunden gegossen, aus dickem Porzellan, das die Wärme hält. Die Rippen halten das Papier von der Wand, das Wasser findet seinen Weg allein.',
    facts: [
      ['Passt zu', 'Filterpapier Größe 02 und jeder Kanne bis 11 cm'],
      ['Material', 'Porzellan, spülmaschinenfest'],
      ['Herkunft', 'Gmunden, Österreich'],
    ],
    picture: 'Handfilter aus Porzellan mit schrägen Rippen',
  },
  mug: {
    name: 'Häferl',
    kind: 'Steinzeug, 0,3 l',
    line: 'Das gute, das sonst niemand nehmen darf',
    story:
      'Von Hand gedreht, zweimal glasiert, keines wie das andere. Der Henkel passt für drei Finger, der Rand ist dünn, wo er die Lippe trifft.',
    facts: [
      ['Inhalt', '0,3 Liter'],
      ['Material', 'Steinzeug, spülmaschinenfest'],
      ['Gemacht von', 'Resis Töpferei, Wien-Ottakring'],
    ],
    picture: 'Zweifarbiges Häferl aus Steinzeug, über dem Dampf aufsteigt',
  },
};
