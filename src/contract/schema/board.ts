import { z } from 'zod';
import { Grant } from './grant.js';
import { Bool, Id, Instant, Int, openEnum, Text, Window } from './primitives.js';

/** A ranking or a draw over a unit in a window. */
export const Board = z
  .object({
    id: Id,
    title: Text,
    view: openEnum('top', 'league', 'draw'),
    unit: Id,
    window: Window.optional(),
    prizes: z.array(z.object({ from: Int, to: Int, grants: z.array(Grant) })).optional(),
  })
  .meta({ id: 'Board' });

/** How a board stands. Names are first names or aliases; who hides is on no board. */
export const BoardPage = z
  .object({
    board: Id,
    asOf: Instant,
    /** Best first; of a draw, who won, and nobody before it is drawn. */
    items: z.array(z.object({ rank: Int, name: Text, value: Int, me: Bool.optional() })),
    /** The member's own place; without a rank in a draw that has not brought them one. */
    me: z.object({ rank: Int.optional(), value: Int }).nullish(),
    next: Text.nullish(),
    /** All that counts together: the entries of a draw. */
    total: Int.optional(),
    /** How many take part. */
    members: Int.optional(),
    /** When the result became final; absent while the board is open. */
    closedAt: Instant.optional(),
  })
  .meta({ id: 'BoardPage' });
