import type { ProductText } from './i18n.js';
import type { ProductId } from './products.js';

/** The products in English. */
export const en: Record<ProductId, ProductText> = {
  ember: {
    name: 'Ember',
    kind: 'House espresso',
    line: 'Dark chocolate, roasted hazelnut, a little orange peel',
    story:
      'The coffee we started with. Two parts Brazil for the body, one part Guatemala for the shine. It has never changed, because nobody ever asked us to change it.',
    facts: [
      ['Origin', 'Cerrado, Brazil and Huehuetenango, Guatemala'],
      ['Roast', 'medium-dark'],
      ['Brewing', '18 g in, 40 g out, 28 seconds'],
    ],
    picture: 'Red coffee bag with a flame rising from its foot',
  },
  neubau: {
    name: 'Neubau',
    kind: 'Filter, for every day',
    line: 'Caramel, red apple, black tea',
    story:
      'Named after the district whose windows we steam up. A filter coffee for the big pot: friendly, round, and still good when it has gone cold beside the laptop.',
    facts: [
      ['Origin', 'Nyeri, Kenya and Cauca, Colombia'],
      ['Roast', 'light-medium'],
      ['Brewing', '60 g per litre, 94 °C'],
    ],
    picture: 'Cream coffee bag with the roofs of a Viennese street on its label',
  },
  huila: {
    name: 'Huila',
    kind: 'Colombia, washed',
    line: 'Panela, plum, cocoa nibs',
    story:
      'Doña Marleny grows it at 1,780 metres on three hectares she took over from her father. We buy the whole harvest, every year since 2019.',
    facts: [
      ['Origin', 'Finca La Loma, Huila, Colombia'],
      ['Variety', 'Caturra and Pink Bourbon'],
      ['Brewing', 'Filter or espresso, as you please'],
    ],
    picture: 'Green coffee bag with mountain ranges under a low sun',
  },
  guji: {
    name: 'Guji',
    kind: 'Ethiopia, natural',
    line: 'Apricot, jasmine, wild honey',
    story:
      'Dried in the whole cherry for three weeks on raised beds and turned by hand every hour. Smells like a fruit stall in July.',
    facts: [
      ['Origin', 'Hambela, Guji, Ethiopia'],
      ['Variety', 'local heirlooms'],
      ['Brewing', 'Filter, 92 °C, no hurry'],
    ],
    picture: 'Blue coffee bag with a coffee branch full of ripe cherries',
  },
  moth: {
    name: 'Night Moth',
    kind: 'Decaf, all the way',
    line: 'Milk chocolate, fig, almond',
    story:
      'For the cup after the last cup. Decaffeinated with nothing but mountain water, roasted as carefully as all the others.',
    facts: [
      ['Origin', 'Chiapas, Mexico'],
      ['Decaffeinated', 'with water, no solvents'],
      ['Brewing', 'Espresso, moka pot, filter'],
    ],
    picture: 'Midnight-blue coffee bag with a moth in front of the moon',
  },
  tasting: {
    name: 'Four Quarters',
    kind: 'Tasting set',
    line: 'Four coffees, 60 g each, and a card to write on',
    story:
      'Ember, Neubau, Huila and Guji in small tins: enough for four cups each. Taste them side by side and you will know.',
    facts: [
      ['Contents', '4 tins, 60 g each'],
      ['Includes', 'tasting card and pencil'],
      ['Gift', 'comes in a box, no wrapping needed'],
    ],
    picture: 'Open box with four small coffee tins in red, cream, green and blue',
  },
  grinder: {
    name: 'Hand grinder No. 2',
    kind: 'Steel burrs, wooden knob',
    line: 'Grinds 18 grams in about a minute',
    story:
      'Turned in a workshop in Waidhofen. The burrs are hardened steel, the knob is the wood you choose. It comes apart without tools, and every part can be had again.',
    facts: [
      ['Burrs', 'conical, 39 mm, hardened steel'],
      ['Holds', '30 g'],
      ['Warranty', '10 years on everything that turns'],
    ],
    picture: 'Steel hand grinder with a curved handle and a wooden knob',
  },
  dripper: {
    name: 'Wave dripper',
    kind: 'Porcelain, for 1 to 3 cups',
    line: 'Deep ribs, one large opening, no tricks',
    story:
      'Cast in Gmunden in thick porcelain that keeps the heat. The ribs hold the paper off the wall, so the water finds its own way.',
    facts: [
      ['Fits', 'size 02 papers and any jug up to 11 cm'],
      ['Material', 'porcelain, dishwasher safe'],
      ['Made in', 'Gmunden, Austria'],
    ],
    picture: 'White porcelain dripper with slanting ribs on its foot',
  },
  mug: {
    name: 'Häferl',
    kind: 'Stoneware mug, 0.3 l',
    line: 'Viennese for: the good mug, the one nobody may take',
    story:
      'Thrown by hand, glazed twice, no two alike. The handle fits three fingers, the rim is thin where it meets the lip.',
    facts: [
      ['Holds', '0.3 litres'],
      ['Material', 'stoneware, dishwasher safe'],
      ['Made by', 'Resi’s pottery, Wien-Ottakring'],
    ],
    picture: 'Two-tone stoneware mug with steam above it',
  },
};
