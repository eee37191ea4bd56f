import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../ui/define.js';
import type { IconName } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { TrackCard } from './track-card.js';
import './track-path.js';

/**
 * Milestones: a path of steps, each with what it gives.
 *
 * @tagname loyalty-track-milestones
 */
export class TrackMilestones extends TrackCard {
  protected override get fallbackIcon(): IconName {
    return 'pin';
  }

  protected override renderProgress(): TemplateResult {
    const { loc, track, trackState } = this;
    return html`<loyalty-track-path
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${trackState}
    ></loyalty-track-path>`;
  }

  /** Every step says what it gives. */
  protected override renderPrize(): typeof nothing {
    return nothing;
  }
}

define('loyalty-track-milestones', TrackMilestones);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-milestones': TrackMilestones;
  }
}
