import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClaimResult, Program } from '../../contract/types.js';
import '../cards/claim-card.js';
import '../cards/guest-card.js';
import '../cards/referral-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { keepClaim, keptClaim } from '../store/claim-storage.js';
import { me } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import './challenges.js';

/** As long as any code is; what is longer is no code. */
const CODE_LENGTH = 255;

/**
 * Inviting friends: the member's link with every way to pass it on, what both sides get, how it went,
 * and the steps that more friends lead to. Nothing is opened or sent but by a press.
 *
 * Who comes by such a link sees first what a friend promised: the block takes the code from its
 * `code` attribute, else from the page's address (`?ref=`, or what `param` names). A guest is shown
 * what it is worth and how to join; the code is kept in the tab, by that press, and claimed by the
 * member's own press once they are one. A shop that takes codes itself when someone joins leaves
 * `param` empty.
 *
 * @summary Share link, share sheet, QR code, invitations; a friend's own claim.
 * @tagname loyalty-referral
 * @attr {string} code - code of the link that brought this shopper
 * @attr {string} param - name of the address's parameter that holds the code; `ref` otherwise
 * @attr {string} track - id of the track that counts friends, shown below
 * @csspart referral - a card
 * @csspart code - the link
 * @csspart button - every button
 * @csspart copy-button - copies the link
 * @csspart share-button - passes the link on
 * @csspart qr - the link for a camera
 * @fires {ShareRequestEvent} loyalty-share-request - the shopper passes the link on; cancelable
 * @fires {ClaimRequestEvent} loyalty-claim-request - a friend wants what the link promised; cancelable
 */
export class LoyaltyReferral extends Block {
  protected override readonly wordParts = ['more', 'people'] as const;

  @property() code: string | undefined;
  @property() param = 'ref';
  @property() track: string | undefined;

  readonly #referral = this.select((snapshot) => me(snapshot)?.referral);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(340);
  }

  protected override renderGuest(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    const { joinUrl, signInUrl } = this.settings;
    const claim = this.#renderClaim(loc, catalog, true);
    if (claim !== nothing) return claim;
    return html`<div class="column">
      <p>${loc.term('referral.guest')}</p>
      <loyalty-guest-card
        brief
        exportparts=${PARTS}
        .loc=${loc}
        .program=${catalog.program}
        .joinUrl=${joinUrl}
        .signInUrl=${signInUrl}
      ></loyalty-guest-card>
    </div>`;
  }

  protected override renderMember(loc: Localizer, catalog: Catalog): TemplateResult {
    const { program } = catalog;
    const referral = this.#referral.value;
    const claim = this.#renderClaim(loc, catalog, false);
    if (!referral && claim === nothing) return this.empty(loc.term('referral.off'));
    return html`<div class="column">
      ${claim}
      ${
        referral
          ? html`<loyalty-referral-card
              exportparts=${PARTS}
              .loc=${loc}
              .program=${program}
              .referral=${referral}
            ></loyalty-referral-card>`
          : nothing
      }
      ${this.#renderLadder(loc)}
    </div>`;
  }

  #renderClaim(
    loc: Localizer,
    catalog: Catalog,
    isGuest: boolean,
  ): TemplateResult | typeof nothing {
    const { program } = catalog;
    const code = this.#codeFor(program, isGuest);
    if (!code || !catalog.can('invites')) return nothing;
    const { joinUrl, signInUrl } = this.settings;
    return html`<loyalty-claim-card
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .code=${code}
      .isGuest=${isGuest}
      .joinUrl=${joinUrl}
      .signInUrl=${signInUrl}
      @loyalty-claimed=${({ detail }: CustomEvent<ClaimResult>) =>
        keepClaim(program.id, detail.state === 'pending' ? code : undefined)}
    ></loyalty-claim-card>`;
  }

  /** Never the member's own: who opens their own link is no friend of theirs. */
  #codeFor(program: Program, isGuest: boolean): string | undefined {
    const inAddress = this.param && new URLSearchParams(location.search).get(this.param);
    // A member who follows a link is no new one, unless they wanted it before they joined.
    const code = this.code ?? (keptClaim(program.id) || (isGuest && inAddress) || undefined);
    const mine = this.#referral.value?.code;
    const isMine = !!code && code.toLowerCase() === mine?.toLowerCase();
    return code && code.length <= CODE_LENGTH && !isMine ? code : undefined;
  }

  /** What more friends lead to. */
  #renderLadder(loc: Localizer): TemplateResult | typeof nothing {
    if (this.track === undefined) return nothing;
    return html`<h3>${loc.term('referral.ladder')}</h3>
      <loyalty-challenges
        exportparts=${PARTS}
        .program=${this.program}
        .me=${this.me}
        .track=${this.track}
      ></loyalty-challenges>`;
  }
}

define('loyalty-referral', LoyaltyReferral);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-referral': LoyaltyReferral;
  }
}
