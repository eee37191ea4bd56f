import { html, type TemplateResult } from 'lit';
import type { Reward, Segment } from '../../contract/types.js';
import type { TermKey } from '../i18n/catalogue.js';
import type { Localizer } from '../i18n/localizer.js';
import './game-box.js';
import './game-scratch.js';
import './game-wheel.js';
import { segmentsOf } from './game-words.js';
import type { Toy } from './toy.js';
import { isToScale } from './wheel-slices.js';

/** A way to play: what it is played with, what its button says, and what lays the result open. */
export interface Game {
  readonly play: TermKey;
  readonly skip: TermKey;
  /** What has to be said about the drawing; empty where it speaks for itself. */
  readonly note?: (loc: Localizer, segments: readonly Segment[]) => string;
  readonly render: (toy: Pick<Toy, 'loc' | 'segments' | 'outcome' | 'isBlank'>) => TemplateResult;
}

/** View of a reward → what it is played with. Any other draw is a box that opens. */
const games: Readonly<Record<string, Game>> = {
  wheel: {
    play: 'game.spin',
    skip: 'game.skip',
    note: (loc, segments) => (isToScale(segments) ? '' : loc.term('game.notToScale')),
    render: ({ loc, segments }) =>
      html`<loyalty-game-wheel class="toy" .loc=${loc} .segments=${segments}></loyalty-game-wheel>`,
  },
  scratch: {
    play: 'game.scratch',
    skip: 'game.scratchAll',
    render: ({ loc, outcome, isBlank: blank }) =>
      html`<loyalty-game-scratch
        class="toy"
        .loc=${loc}
        .outcome=${outcome}
        .isBlank=${blank}
      ></loyalty-game-scratch>`,
  },
};

export const box: Game = {
  play: 'game.open',
  skip: 'game.skip',
  render: ({ loc, outcome, isBlank: blank }) =>
    html`<loyalty-game-box
      class="toy"
      .loc=${loc}
      .outcome=${outcome}
      .isBlank=${blank}
    ></loyalty-game-box>`,
};

/** Whether a reward is played with something of its own, in place of a box. */
export const hasOwnGame = ({ view = '' }: Reward): boolean => Object.hasOwn(games, view);

/** Own entries alone: a view may be called `constructor`. What has no fields is no wheel. */
export const gameOf = (reward: Reward): Game =>
  (hasOwnGame(reward) && segmentsOf(reward).length ? games[reward.view ?? ''] : undefined) ?? box;
