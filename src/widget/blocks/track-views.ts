import { html, type TemplateResult } from 'lit';
import type { Track, TrackState } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { PARTS } from '../ui/parts.js';
import { named, type View } from './views.js';

/** A way to draw a track. Its card is fetched when a track wants to be drawn so. */
export interface TrackView extends View {
  readonly render: (loc: Localizer, track: Track, state: TrackState | undefined) => TemplateResult;
}

/** View of a track → the card that draws it. A view that is not here is drawn plainly. */
const views: Readonly<Record<string, TrackView>> = {
  challenge: {
    load: () => import('../cards/track-challenge.js'),
    render: (loc, track, state) =>
      html`<loyalty-track-challenge
        data-item=${track.id}
        exportparts=${PARTS}
        .loc=${loc}
        .track=${track}
        .trackState=${state}
      ></loyalty-track-challenge>`,
  },
  stamps: {
    load: () => import('../cards/track-stamps.js'),
    render: (loc, track, state) =>
      html`<loyalty-track-stamps
        data-item=${track.id}
        exportparts=${PARTS}
        .loc=${loc}
        .track=${track}
        .trackState=${state}
      ></loyalty-track-stamps>`,
  },
  streak: {
    load: () => import('../cards/track-streak.js'),
    render: (loc, track, state) =>
      html`<loyalty-track-streak
        data-item=${track.id}
        exportparts=${PARTS}
        .loc=${loc}
        .track=${track}
        .trackState=${state}
      ></loyalty-track-streak>`,
  },
};

/** A title, bars, what one gets: right for every track. */
export const plain: TrackView = {
  load: () => import('../cards/track-card.js'),
  render: (loc, track, state) =>
    html`<loyalty-track-card
      data-item=${track.id}
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${state}
    ></loyalty-track-card>`,
};

export const viewOf = ({ view }: Track): TrackView => named(views, view) ?? plain;
