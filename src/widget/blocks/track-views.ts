import type { Step, Track } from '../../contract/types.js';
import { named, type View } from './views.js';

/** A way to draw a track. Its card is fetched when a track wants to be drawn so. */
export interface TrackView extends View {
  readonly tag: keyof HTMLElementTagNameMap;
  /** Roughly how high the card will be, in pixels, so that nothing jumps when it comes. */
  readonly height: (track: Track) => number;
  /** Several tracks of one group are one card. */
  readonly isGathered?: boolean;
}

const need = ({ steps }: Track): number => steps.at(-1)?.needs[0]?.value ?? 0;
const tasks = ({ steps }: Track): number =>
  Math.max(1, ...steps.map((step: Step) => step.tasks?.length ?? step.needs.length));

/** View of a track → the card that draws it. A view that is not here is drawn plainly. */
const views: Readonly<Record<string, TrackView>> = {
  challenge: {
    tag: 'loyalty-track-challenge',
    load: () => import('../cards/track-challenge.js'),
    height: (track) => 140 + 58 * tasks(track),
  },
  stamps: {
    tag: 'loyalty-track-stamps',
    load: () => import('../cards/track-stamps.js'),
    height: (track) => 210 + 62 * Math.ceil(Math.min(need(track), 40) / 5),
  },
  streak: {
    tag: 'loyalty-track-streak',
    load: () => import('../cards/track-streak.js'),
    height: () => 330,
  },
  badge: {
    tag: 'loyalty-track-badges',
    load: () => import('../cards/track-badges.js'),
    height: () => 210,
    isGathered: true,
  },
  milestones: {
    tag: 'loyalty-track-milestones',
    load: () => import('../cards/track-milestones.js'),
    height: ({ steps }) => 110 + 78 * Math.min(steps.length, 6),
  },
  meter: {
    tag: 'loyalty-track-meter',
    load: () => import('../cards/track-meter.js'),
    height: () => 260,
  },
};

/** A title, bars, what one gets: right for every track. */
export const plain: TrackView = {
  tag: 'loyalty-track-card',
  load: () => import('../cards/track-card.js'),
  height: () => 170,
};

export const viewOf = ({ view }: Track): TrackView => named(views, view) ?? plain;
