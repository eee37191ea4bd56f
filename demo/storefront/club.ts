import { html } from 'hono/html';
import type { Html } from '../shop/art/ink.js';
import { layout } from '../shop/layout.js';
import type { Visit } from '../shop/visit.js';
import type { Skin } from './skin.js';

/** The whole programme on one page, each block in its place; what a programme has not is not seen. */
export const clubPage = (skin: Skin, visit: Visit): Html =>
  layout(visit, {
    title: skin.club[visit.lang],
    main: html`<div class="page-head">
        <h1>${skin.clubTitle[visit.lang]}</h1>
        <p class="lead">${skin.clubText[visit.lang]}</p>
      </div>
      <div class="club-page">
        <div>
          <loyalty-tier></loyalty-tier>
          <loyalty-challenges></loyalty-challenges>
          <loyalty-game></loyalty-game>
          <loyalty-rewards></loyalty-rewards>
          <loyalty-board></loyalty-board>
          <loyalty-activity></loyalty-activity>
        </div>
        <div>
          <loyalty-points></loyalty-points>
          <loyalty-goal></loyalty-goal>
          <loyalty-vouchers></loyalty-vouchers>
          <loyalty-earn></loyalty-earn>
          <loyalty-referral></loyalty-referral>
          <loyalty-profile></loyalty-profile>
        </div>
      </div>`,
  });
