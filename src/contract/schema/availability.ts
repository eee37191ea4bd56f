import { z } from 'zod';
import { Amount } from './amount.js';
import { Instant, openEnum, StepRef, Text } from './primitives.js';

/** May this member take this reward or do this rule now, and if not, why and until when. */
export const Availability = z
  .object({
    state: openEnum(
      'available',
      'short',
      'locked',
      'used-up',
      'cooldown',
      'sold-out',
      'scheduled',
      'ended',
      'cart',
      'profile',
      'unknown',
    ),
    missing: z.array(Amount).optional(),
    step: StepRef.optional(),
    at: Instant.optional(),
    text: Text.optional(),
  })
  .meta({ id: 'Availability' });
