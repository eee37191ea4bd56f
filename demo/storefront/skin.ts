import { z } from 'zod';
import { fields } from '../shop/products.js';
import { shapeNames } from './art/picture.js';

/** The shop around a programme, as data beside it (`<programme>.shop.json`). Prices stand with the members' past. */

const Told = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Told = z.infer<typeof Told>;

/** Six digits: it goes into style sheets and into drawings as it is. */
const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour such as #1f5a3d');

/** Stacks of faces that people have already; a demo fetches no fonts. */
export const faces = {
  antique: "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Georgia, serif",
  didone: "Didot, 'Bodoni MT', 'Noto Serif Display', 'C059', 'Times New Roman', serif",
  slab: "Rockwell, 'Rockwell Nova', 'Roboto Slab', 'DejaVu Serif', 'Sitka Small', serif",
  grotesk: "'Helvetica Neue', 'Nimbus Sans', Inter, Arial, sans-serif",
  geometric: "Avenir, Montserrat, Corbel, 'URW Gothic', 'Century Gothic', sans-serif",
  rounded: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, 'Nunito', sans-serif",
  narrow:
    "Bahnschrift, 'DIN Alternate', 'Franklin Gothic Medium', 'Nimbus Sans Narrow', 'Arial Narrow', sans-serif",
  humanist: "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', sans-serif",
} as const;

const Product = z.strictObject({
  /** As the past's goods name it. */
  id: z.string().min(1),
  name: Told,
  /** What it is, in a few words. */
  kind: Told,
  /** Why somebody would want it, in a sentence. */
  line: Told,
  field: z.enum(fields),
  shape: z.enum(shapeNames),
  colours: z.tuple([Colour, Colour, Colour]),
});

/** A block of the widget on the front page: its tag and the attributes it takes. */
const Spotlight = z.strictObject({
  tag: z.string().regex(/^loyalty-[a-z]+$/),
  track: z.string().optional(),
  board: z.string().optional(),
  reward: z.string().optional(),
});

export const Skin = z.strictObject({
  name: z.string().min(1),
  trade: Told,
  /** What kind of programme it shows, in one line. */
  kind: Told,
  /** One sentence for the gallery. */
  about: Told,
  face: z.enum(Object.keys(faces) as [keyof typeof faces, ...(keyof typeof faces)[]]),
  /** The shop's colour, and a second one for the bands. */
  colours: z.tuple([Colour, Colour]),
  /** How round corners are, in rem. */
  round: z.number().min(0).max(2),
  /** How the front page begins: picture beside the words, below them, or words alone over a wide band. */
  hero: z.enum(['beside', 'below', 'row']),
  headline: Told,
  lead: Told,
  shelf: Told,
  /** The band that invites to the programme. */
  clubTitle: Told,
  clubText: Told,
  /** The programme's own name, as the shop calls it in its menu. */
  club: Told,
  spotlight: z.array(Spotlight).max(2).default([]),
  products: z.array(Product).min(3).max(6),
});
export type Skin = z.infer<typeof Skin>;
