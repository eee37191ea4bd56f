import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Member, Program } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import './pass-links.js';

/**
 * Who the member is here: name, since when, and the card that the till scans.
 *
 * @tagname loyalty-profile-head
 * @csspart profile - the card
 * @csspart member-card - what the till scans
 */
export class ProfileHead extends Card {
  static override styles = [
    ...Card.styles,
    css`
      h3 {
        font-size: 18px;
      }
      .number {
        text-align: center;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.04em;
      }
    `,
  ];

  @property({ attribute: false }) member!: Member;
  @property({ attribute: false }) program!: Program;

  protected override render(): TemplateResult {
    const { loc, member, program } = this;
    const { joinedAt, card } = member;
    if (card) void import('./barcode.js').catch(() => undefined);
    return html`<section class="card" part="profile">
      <div class="head">
        <span class="emblem">${icon('user')}</span>
        <div class="words">
          <h3>${member.name ? html`<bdi>${member.name}</bdi>` : program.name}</h3>
          ${joinedAt ? html`<p class="muted small">${loc.term('profile.since', { day: loc.day(joinedAt) })}</p>` : nothing}
        </div>
      </div>
      ${
        card
          ? html`<div part="member-card">
              <loyalty-barcode
                .loc=${loc}
                .format=${card.format}
                .value=${card.value}
                .name=${loc.term('profile.card')}
              ></loyalty-barcode>
              <p class="small muted number">
                ${loc.term('profile.card')} · <bdi>${card.value}</bdi>
              </p>
            </div>`
          : nothing
      }
      ${
        member.passes
          ? html`<loyalty-pass-links
              exportparts=${PARTS}
              .loc=${loc}
              .passes=${member.passes}
            ></loyalty-pass-links>`
          : nothing
      }
    </section>`;
  }
}

define('loyalty-profile-head', ProfileHead);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-head': ProfileHead;
  }
}
