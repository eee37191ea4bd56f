import { z } from 'zod';
import { Unit } from './amount.js';
import { Board } from './board.js';
import { Id, Meta, openEnum, Text } from './primitives.js';
import { Reward } from './reward.js';
import { Rule } from './rule.js';
import { Track } from './track.js';

/** What an endpoint can do beyond the minimum. The widget hides what is not announced. */
export const Capability = openEnum(
  'activity.pages',
  'vouchers.pages',
  'quote',
  'cancel',
  'join',
  'profile',
  'boards',
  'invites',
  'cart',
  'events',
  'export',
);

/** Links that the law or a habit expects; nothing is invented where one is empty. */
export const Links = z
  .object({
    terms: Text.optional(),
    privacy: Text.optional(),
    signIn: Text.optional(),
    join: Text.optional(),
    withdrawal: Text.optional(),
    cancel: Text.optional(),
    imprint: Text.optional(),
    contact: Text.optional(),
  })
  .meta({ id: 'Links' });

/** The public definitions, the same for everyone. */
export const Program = z
  .object({
    id: Id,
    rev: Id,
    name: Text,
    locale: Id,
    currency: Id,
    /** IANA name; day boundaries are drawn here. */
    timeZone: Id,
    units: z.array(Unit),
    tracks: z.array(Track),
    rewards: z.array(Reward),
    rules: z.array(Rule),
    boards: z.array(Board).optional(),
    capabilities: z.array(Capability),
    links: Links.optional(),
    meta: Meta.optional(),
  })
  .meta({ id: 'Program' });
