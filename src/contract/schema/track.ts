import { z } from 'zod';
import { Amount } from './amount.js';
import { Grant } from './grant.js';
import { Bool, Day, Id, Instant, Int, openEnum, Text, Window } from './primitives.js';

/** Something a step gives for as long as it is held; words, not money. */
export const Perk = z
  .object({ title: Text, detail: Text.optional(), icon: Id.optional() })
  .meta({ id: 'Perk' });

/** One thing to do towards a step; several tasks make a mission. */
export const Task = z.object({ id: Id, title: Text, need: Amount }).meta({ id: 'Task' });

export const Step = z
  .object({
    id: Id,
    title: Text,
    icon: Id.optional(),
    color: Text.optional(),
    needs: z.array(Amount),
    /** Whether all needs must be met or any one of them; absent means all. */
    match: openEnum('all', 'any').optional(),
    grants: z.array(Grant).optional(),
    perks: z.array(Perk).optional(),
    tasks: z.array(Task).optional(),
    hidden: Bool.optional(),
  })
  .meta({ id: 'Step' });

/** Over which time a track counts. */
export const Period = z
  .object({
    kind: openEnum('lifetime', 'rolling', 'calendar', 'anniversary', 'daily', 'weekly', 'monthly'),
    /** ISO 8601 duration, for `rolling`. */
    length: Id.optional(),
    starts: Instant.optional(),
  })
  .meta({ id: 'Period' });

/** Ordered steps: tiers, a stamp card, a challenge, a streak, a badge, milestones, a meter. */
export const Track = z
  .object({
    id: Id,
    title: Text,
    summary: Text.optional(),
    group: Id.optional(),
    icon: Id.optional(),
    /** How to draw it; absent or unknown: as a plain card with a bar. */
    view: openEnum(
      'tiers',
      'stamps',
      'challenge',
      'streak',
      'badge',
      'milestones',
      'meter',
    ).optional(),
    steps: z.array(Step),
    period: Period,
    repeat: openEnum('never', 'on-complete', 'on-reset'),
    join: openEnum('auto', 'opt-in', 'invite'),
    window: Window.optional(),
    termsUrl: Text.optional(),
  })
  .meta({ id: 'Track' });

/** How far a member is on one track. */
export const TrackState = z
  .object({
    track: Id,
    status: openEnum('locked', 'open', 'done', 'expired'),
    joined: Bool.optional(),
    /** The highest step reached; `null` before the first. */
    step: Id.nullable(),
    until: Instant.nullish(),
    have: z.array(Amount),
    /** What will still be counted when the period ends, if nothing more comes. */
    haveAtEnd: z.array(Amount).optional(),
    next: z.object({ step: Id, missing: z.array(Amount), by: Instant.optional() }).nullish(),
    keep: z.object({ missing: z.array(Amount), by: Instant }).nullish(),
    fallsTo: Id.nullish(),
    doneCount: Int.optional(),
    /** The tasks that are done, for a mission of several tasks. */
    tasksDone: z.array(Id).optional(),
    streak: z
      .object({
        now: Int,
        best: Int.optional(),
        ends: Instant,
        freezes: Int.optional(),
        maxFreezes: Int.optional(),
        /** The member rests: nothing breaks until they go on. */
        paused: Bool.optional(),
        /** Days, or the first days of weeks; `frozen` was missed, and a freeze stood in for it. */
        days: z.array(z.object({ date: Day, done: Bool, frozen: Bool.optional() })).optional(),
      })
      .optional(),
  })
  .meta({ id: 'TrackState' });
