import { z } from 'zod';

/**
 * The atoms of the contract. Limits stand here once, so that the schemas and the page's decoder
 * (which is generated from them) cannot differ.
 */

/** The longest id that the contract allows. */
export const ID_LENGTH = 255;
/** The longest text; anything longer is a fault or an attack, never something to show a shopper. */
export const TEXT_LENGTH = 10_000;

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is an RFC 3339 time with an offset that names a real moment. */
export const isInstant = (text: string): boolean =>
  RFC3339.test(text) && !Number.isNaN(Date.parse(text));

/** Opaque id: never parsed, never shown. */
export const Id = z.string().min(1).max(ID_LENGTH).meta({ id: 'Id', atom: 'd' });

/** Plain text in the negotiated language. Never HTML. */
export const Text = z.string().max(TEXT_LENGTH).meta({ id: 'Text', atom: 's' });

/** A moment: RFC 3339 with offset. */
export const Instant = z
  .string()
  .max(64)
  .refine(isInstant, 'expected an RFC 3339 time with an offset, such as 2026-11-22T09:30:00Z')
  .meta({ id: 'Instant', atom: 't', format: 'date-time' });

/** A whole number that JavaScript holds exactly. */
export const Int = z.int().meta({ id: 'Int', atom: 'i' });

/** A finite number; used for odds and percentages only, never for a quantity. */
export const Num = z.number().meta({ id: 'Num', atom: 'n' });

export const Bool = z.boolean().meta({ id: 'Bool', atom: 'b' });

/** A calendar day in the programme's time zone, `2026-11-22`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ id: 'Day', atom: 'y', format: 'date' });

/**
 * An enum to which the server may add values within v1. Readers keep a default branch.
 * @param known the values of this version
 */
export const openEnum = <const Known extends string>(...known: Known[]) =>
  z
    .string()
    .min(1)
    .max(ID_LENGTH)
    .meta({ atom: 'd', 'x-extensible-enum': known }) as unknown as z.ZodType<
    Known | (string & {}),
    Known | (string & {})
  >;

/** The shop's own labels for its own templates: text to text. */
export const Meta = z.record(Id, Text).meta({ id: 'Meta' });

/** A word in its plural forms by CLDR category. `other` always exists. */
export const PluralLabel = z
  .object({
    zero: Text.optional(),
    one: Text.optional(),
    two: Text.optional(),
    few: Text.optional(),
    many: Text.optional(),
    other: Text,
  })
  .meta({ id: 'PluralLabel' });

/** An image that does not move the page while it loads. */
export const Image = z
  .object({ url: Text, width: Int, height: Int, alt: Text })
  .meta({ id: 'Image' });

/** When something holds. All parts are optional; absent means without limit. */
export const Window = z
  .object({ from: Instant.optional(), to: Instant.optional(), rrule: Text.optional() })
  .meta({ id: 'Window' });

/** How often something is possible. */
export const Limit = z
  .object({ count: Int, per: openEnum('once', 'order', 'day', 'week', 'month', 'year') })
  .meta({ id: 'Limit' });

/** Which part of the shop something is for; `text` says it to the shopper. */
export const AppliesTo = z
  .object({
    products: z.array(Id).optional(),
    collections: z.array(Id).optional(),
    channels: z.array(Id).optional(),
    text: Text.optional(),
  })
  .meta({ id: 'AppliesTo' });

/** Points at one step of one track. */
export const StepRef = z.object({ track: Id, step: Id }).meta({ id: 'StepRef' });

/** What a member must have reached. */
export const Requires = z.object({ anyStep: z.array(StepRef) }).meta({ id: 'Requires' });
