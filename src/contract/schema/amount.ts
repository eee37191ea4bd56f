import { z } from 'zod';
import { Id, Int, openEnum, PluralLabel } from './primitives.js';

/** Every quantity on the wire: an integer in 10^-scale of its unit. `{unit: 'eur', value: 500}` is €5. */
export const Amount = z.object({ unit: Id, value: Int }).meta({ id: 'Amount' });

/** Something counted (points, euro credit, stamps, spins) or measured (spend, orders, days). */
export const Unit = z
  .object({
    id: Id,
    kind: openEnum('points', 'money', 'token', 'metric'),
    label: PluralLabel,
    /** How many decimals `value` carries: 2 for euro, 0 for points. Never asked of the browser. */
    scale: Int.refine((value) => value >= 0 && value <= 6, 'scale is 0 to 6').meta({ atom: 'c' }),
    /** ISO 4217, for money and for metrics of money. */
    currency: Id.optional(),
    spendable: z.boolean().meta({ atom: 'b' }),
    icon: Id.optional(),
    /** Measured for all members together: a community goal says "we". */
    shared: z.boolean().meta({ atom: 'b' }).optional(),
    /** For display only: "100 points = €1" is `{per: 100, is: {unit: 'eur', value: 100}}`. */
    worth: z.object({ per: Int, is: Amount }).optional(),
  })
  .meta({ id: 'Unit' });
