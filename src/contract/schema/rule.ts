import { z } from 'zod';
import { Availability } from './availability.js';
import { Grant } from './grant.js';
import {
  AppliesTo,
  Bool,
  Id,
  Instant,
  Int,
  Limit,
  Meta,
  openEnum,
  Requires,
  Text,
  Window,
} from './primitives.js';

/** One question of a form. */
export const Field = z
  .object({
    id: Id,
    type: openEnum('text', 'nps', 'rating', 'choice', 'choices', 'date', 'consent'),
    label: Text,
    required: Bool.optional(),
    min: Int.optional(),
    max: Int.optional(),
    options: z.array(z.object({ value: Id, label: Text })).optional(),
  })
  .meta({ id: 'Field' });

/** Something a member can do to earn grants. */
export const Rule = z
  .object({
    id: Id,
    title: Text,
    detail: Text.optional(),
    icon: Id.optional(),
    trigger: openEnum(
      'purchase',
      'join',
      'birthday',
      'anniversary',
      'referral',
      'visit',
      'check-in',
      'review',
      'social',
      'newsletter',
      'profile',
      'survey',
      'quiz',
      'receipt',
      'scan',
      'pass',
      'custom',
    ),
    grants: z.array(Grant),
    limit: Limit.optional(),
    requires: Requires.optional(),
    appliesTo: AppliesTo.optional(),
    window: Window.optional(),
    cta: z.object({
      kind: openEnum('none', 'link', 'complete', 'form', 'share', 'profile'),
      label: Text.optional(),
      url: Text.optional(),
      form: z.array(Field).optional(),
    }),
    /** Who says that it was done: the shopper's press, or the shop's server. */
    confirm: openEnum('client', 'server'),
    meta: Meta.optional(),
  })
  .meta({ id: 'Rule' });

export const RuleState = z
  .object({
    rule: Id,
    availability: Availability,
    done: Int.optional(),
    lastAt: Instant.optional(),
  })
  .meta({ id: 'RuleState' });
