import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Member, Program } from '../../contract/types.js';
import { segmentsOf } from '../cards/game-words.js';
import '../cards/guest-card.js';
import '../cards/profile-birthday.js';
import '../cards/profile-boards.js';
import '../cards/profile-choices.js';
import '../cards/profile-consents.js';
import '../cards/profile-data.js';
import '../cards/profile-head.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { choicesOf, choose, type Choices } from '../store/choices.js';
import { me, wallets } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { Chosen } from './chosen.js';

/**
 * What the programme knows of the member, and what the member decides: the birthday, consents, the
 * name on boards, reminders and games on this device, their data, and the way out.
 *
 * @summary Birthday, consents, boards, preferences, export, leaving.
 * @tagname loyalty-profile
 * @csspart profile - a card
 * @csspart member-card - what the till scans
 * @csspart consent - a switch
 * @csspart confirm - the question before leaving
 * @csspart button - every button
 * @fires {ProfileRequestEvent} loyalty-profile-request - the member changes something; cancelable
 * @fires {ExportRequestEvent} loyalty-export-request - the member wants their data; cancelable
 * @fires {LeaveRequestEvent} loyalty-leave-request - the member leaves; cancelable
 */
export class LoyaltyProfile extends Block {
  protected override readonly wordParts = ['more', 'people'] as const;

  readonly #me = this.select(me);
  readonly #wallets = this.select(wallets);

  @query('#left') private readonly farewell!: HTMLElement | null;

  @state() private hasLeft = false;

  constructor() {
    super();
    new Chosen(this);
  }

  protected override renderSkeleton(): TemplateResult {
    return this.bones(120, 150, 180);
  }

  protected override renderGuest(loc: Localizer, { program }: Catalog): TemplateResult {
    const { joinUrl, signInUrl } = this.settings;
    return html`<div class="column">
      ${
        this.hasLeft
          ? html`<p class="empty" id="left" tabindex="-1">
              ${loc.term('profile.left', { program: program.name })}
            </p>`
          : nothing
      }
      <loyalty-guest-card
        exportparts=${PARTS}
        .loc=${loc}
        .program=${program}
        .joinUrl=${joinUrl}
        .signInUrl=${signInUrl}
      ></loyalty-guest-card>
    </div>`;
  }

  protected override renderMember(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    const { program } = catalog;
    const mine = this.#me.value;
    if (!mine) return nothing;
    const { member } = mine;
    const canChange = catalog.can('profile');
    const canExport = catalog.can('export');
    return html`<div class="list">
      <loyalty-profile-head
        exportparts=${PARTS}
        .loc=${loc}
        .member=${member}
        .program=${program}
      ></loyalty-profile-head>
      ${canChange ? this.#renderChanges(loc, program, member) : nothing}
      <loyalty-profile-choices
        exportparts=${PARTS}
        .loc=${loc}
        .choices=${choicesOf(program.id)}
        .hasGames=${program.rewards.some((reward) => segmentsOf(reward).length > 0)}
        @loyalty-choice=${({ detail }: CustomEvent<Choices>) => choose(program.id, detail)}
      ></loyalty-profile-choices>
      ${
        canChange || canExport
          ? html`<loyalty-profile-data
              exportparts=${PARTS}
              .loc=${loc}
              .program=${program}
              .wallets=${this.#wallets.value}
              .vouchers=${mine.vouchers}
              .canExport=${canExport}
              .canLeave=${canChange}
              @loyalty-left=${() => void this.#sayGoodbye()}
            ></loyalty-profile-data>`
          : nothing
      }
    </div>`;
  }

  #renderChanges(loc: Localizer, program: Program, member: Member): TemplateResult {
    return html`<loyalty-profile-birthday
        exportparts=${PARTS}
        .loc=${loc}
        .member=${member}
        .program=${program}
      ></loyalty-profile-birthday>
      ${
        member.consents?.length
          ? html`<loyalty-profile-consents
              exportparts=${PARTS}
              .loc=${loc}
              .member=${member}
              .program=${program}
            ></loyalty-profile-consents>`
          : nothing
      }
      ${
        program.boards?.length
          ? html`<loyalty-profile-boards
              exportparts=${PARTS}
              .loc=${loc}
              .member=${member}
            ></loyalty-profile-boards>`
          : nothing
      }`;
  }

  /** All that was here is gone: the focus goes to the sentence that says so. */
  async #sayGoodbye(): Promise<void> {
    this.hasLeft = true;
    await this.updateComplete;
    this.farewell?.focus();
  }
}

define('loyalty-profile', LoyaltyProfile);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile': LoyaltyProfile;
  }
}
