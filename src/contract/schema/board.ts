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

export const BoardPage = z
  .object({
    board: Id,
    asOf: Instant,
    items: z.array(z.object({ rank: Int, name: Text, value: Int, me: Bool.optional() })),
    me: z.object({ rank: Int, value: Int }).nullish(),
    next: Text.nullish(),
  })
  .meta({ id: 'BoardPage' });
