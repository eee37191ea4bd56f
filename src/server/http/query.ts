import { z } from 'zod';
import type { RouteName } from '../../contract/routes.js';
import { Id } from '../../contract/schema/primitives.js';
import { Activity, Voucher } from '../../contract/schema/voucher.js';
import { localeTag } from './locale.js';
import { invalid, type Fault } from './refusal.js';
import { faultsOf } from './validate.js';

/** Query parameters: which route takes which, and how each is checked. */

export interface Query {
  readonly rev?: string | undefined;
  readonly locale?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly around?: 'me' | undefined;
  readonly rule?: string | undefined;
  readonly ticket?: string | undefined;
}

/** The longest page. */
const LIMIT = 100;

/** The values of an open enum that this version knows; others cannot be asked for. */
function known(schema: z.ZodType): z.ZodType<string> {
  const values = z.array(z.string()).parse(schema.meta()?.['x-extensible-enum']);
  return z.string().refine((value) => values.includes(value), {
    error: `expected one of ${values.join(', ')}`,
  });
}

const rev = Id.optional();
const locale = z
  .string()
  .refine((text) => localeTag(text) !== null, 'expected a BCP 47 tag such as de-AT')
  .transform((text) => localeTag(text) ?? text)
  .optional();
const limit = z
  .string()
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= LIMIT, {
    error: `expected a whole number from 1 to ${LIMIT}`,
  })
  .transform(Number)
  .optional();
/** Opaque, and made by the engine; only its size is bounded here. */
const cursor = z
  .string()
  .regex(/^[\x21-\x7e]{1,1024}$/, 'expected the `next` of the page before')
  .optional();

const schemas: Partial<Record<RouteName | 'shopAnswers', z.ZodType<Query>>> = {
  bootstrap: z.object({ rev, locale }),
  // Whether it is one is for the engine to say.
  events: z.object({ ticket: z.string().max(4_096).optional(), locale }),
  activity: z.object({ limit, cursor, kind: known(Activity.shape.kind).optional(), locale }),
  vouchers: z.object({ limit, cursor, status: known(Voucher.shape.status).optional(), locale }),
  shopAnswers: z.object({ limit, cursor, rule: Id.optional() }),
  board: z.object({ limit, cursor, around: z.literal('me').optional(), locale }),
};
const otherwise: z.ZodType<Query> = z.object({ locale });

const names = [
  'rev',
  'locale',
  'limit',
  'cursor',
  'kind',
  'status',
  'around',
  'rule',
  'ticket',
] as const satisfies (keyof Query)[];

/** A parameter that stands twice has no meaning; taking one of the two would hide the mistake. */
const repeated = (parameters: URLSearchParams): Fault[] =>
  names
    .filter((name) => parameters.getAll(name).length > 1)
    .map((name) => ({ detail: 'expected once', pointer: `?${name}` }));

/**
 * What a route takes from its query; parameters that it does not know are passed over.
 * @throws HttpRefusal `validation-failed`, with pointers such as `?limit`
 */
export function readQuery(parameters: URLSearchParams, route: string): Query {
  const schema = schemas[route as RouteName] ?? otherwise;
  const reading = schema.safeParse(Object.fromEntries(parameters));
  const faults = [
    ...repeated(parameters),
    ...(reading.success ? [] : faultsOf(reading.error, ([name]) => `?${String(name)}`)),
  ];
  if (reading.success && faults.length === 0) return reading.data;
  throw invalid('The query does not fit', faults);
}
