/** How coffee can be ground; also the second half of a coffee's variant id. */
export const grinds = ['bean', 'espresso', 'moka', 'filter', 'press'] as const;
export type Grind = (typeof grinds)[number];

/** The colour fields a product can be shown on. */
export const fields = ['butter', 'sage', 'sky', 'rose', 'night', 'sand', 'clay'] as const;
export type Field = (typeof fields)[number];

/** One thing to choose: a size of coffee, a colour of mug. */
export interface Choice {
  id: string;
  /** Price in cents, VAT included. */
  price: number;
  grams?: number;
}

/** A product as the shop counts with it. Its words are in `product-texts.*`. */
export interface Product {
  id: string;
  collections: readonly string[];
  field: Field;
  /** What the choices differ in, as the shop's words call it; null when there is but one. */
  choose: string | null;
  choices: readonly [Choice, ...Choice[]];
  /** Whether the shopper also picks a grind. */
  ground: boolean;
}

const sizes = (small: number, middle: number, large: number): Product['choices'] => [
  { id: '250', price: small, grams: 250 },
  { id: '500', price: middle, grams: 500 },
  { id: '1000', price: large, grams: 1000 },
];

const coffee = <Id extends string>(
  id: Id,
  field: Field,
  choices: Product['choices'],
): Product & { id: Id } => ({
  id,
  collections: ['coffee'],
  field,
  choose: 'size',
  choices,
  ground: true,
});

/** The catalogue, in the order of the shop window. */
export const products = [
  coffee('ember', 'butter', sizes(1290, 2390, 4290)),
  coffee('neubau', 'rose', sizes(1390, 2590, 4690)),
  coffee('huila', 'sage', sizes(1590, 2990, 5490)),
  coffee('guji', 'sky', sizes(1690, 3190, 5890)),
  coffee('moth', 'night', sizes(1490, 2790, 4990)),
  {
    id: 'tasting',
    collections: ['coffee', 'gifts'],
    field: 'clay',
    choose: 'none',
    choices: [{ id: '4x60', price: 2490, grams: 240 }],
    ground: true,
  },
  {
    id: 'grinder',
    collections: ['gear'],
    field: 'sand',
    choose: 'wood',
    choices: [
      { id: 'oak', price: 18990 },
      { id: 'walnut', price: 18990 },
    ],
    ground: false,
  },
  {
    id: 'dripper',
    collections: ['gear'],
    field: 'sage',
    choose: 'colour',
    choices: [
      { id: 'white', price: 3490 },
      { id: 'fir', price: 3490 },
    ],
    ground: false,
  },
  {
    id: 'mug',
    collections: ['gear', 'gifts'],
    field: 'butter',
    choose: 'colour',
    choices: [
      { id: 'ember', price: 1890 },
      { id: 'fir', price: 1890 },
      { id: 'cream', price: 1890 },
    ],
    ground: false,
  },
] as const satisfies readonly Product[];

export type ProductId = (typeof products)[number]['id'];

const byId: ReadonlyMap<string, Product> = new Map(
  products.map((product) => [product.id, product]),
);

/** Looks a product up by its id. */
export type FindProduct = (id: string) => Product | undefined;

/** The product with this id, if Oak & Ember has it. */
export const productById: FindProduct = (id) => byId.get(id);

/** A variant id taken apart again: `500-filter` is 500 g, ground for filter. */
export interface Variant {
  choice: Choice;
  grind: Grind | null;
}

/** The id under which a choice and a grind are ordered. */
export const variantId = (choice: string, grind: string | null): string =>
  grind === null ? choice : `${choice}-${grind}`;

/** Reads a variant id of a product; undefined when there is no such variant. */
export function variantOf(product: Product, id: string): Variant | undefined {
  for (const choice of product.choices) {
    if (!product.ground && id === choice.id) return { choice, grind: null };
    if (!product.ground) continue;
    const grind = grinds.find((name) => variantId(choice.id, name) === id);
    if (grind) return { choice, grind };
  }
  return undefined;
}
