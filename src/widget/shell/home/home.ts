import { css, html, nothing, type TemplateResult } from 'lit';
import type { Me, Program, TrackState } from '../../../contract/types.js';
import '../../blocks/points.js';
import { Block } from '../../blocks/block.js';
import type { Localizer } from '../../i18n/localizer.js';
import { challenges, ladders, type Catalog } from '../../store/catalog.js';
import { me } from '../../store/selectors.js';
import { define } from '../../ui/define.js';
import { PARTS } from '../../ui/parts.js';

/** How much of the way is done, by the server's own numbers: what is nearest is most worth showing. */
const share = ({ have, next }: TrackState): number => {
  const missing = next?.missing.reduce((sum, { value }) => sum + value, 0) ?? 0;
  const done = have.reduce((sum, { value }) => sum + value, 0);
  return done / (done + missing || 1);
};

/** The challenge to show: what the member is in and nearest to, then what can be joined. */
export function activeChallenge(program: Program, member: Me | null): string | undefined {
  const all = challenges(program).map(({ id }) => id);
  if (!member) return all[0];
  const rank = (state: TrackState) => (state.joined === false ? -1 : share(state));
  const [active] = member.tracks
    .filter(({ track, status }) => status === 'open' && all.includes(track))
    .sort((a, b) => rank(b) - rank(a));
  return active?.track;
}

/**
 * The panel's first section: balance, the one thing to do next, level, the active challenge. What a
 * programme does not have takes no room.
 *
 * @tagname loyalty-home
 */
export class PanelHome extends Block {
  static override styles = [
    ...Block.styles,
    css`
      :host {
        display: grid !important;
        /* A long word in a card would widen them all beyond the panel. */
        grid-template-columns: minmax(0, 1fr) !important;
        gap: 20px !important;
      }
      .hero {
        margin: -20px -20px 0;
        padding: 4px 20px 20px;
        background: var(--_soft);
        --_guest-padding: 0;
      }
    `,
  ];

  protected override readonly wordParts = [];
  readonly #me = this.select((snapshot) => me(snapshot) ?? null);
  readonly #parts = new Map<string, 'coming' | 'there' | 'broken'>();

  protected override renderSkeleton(): TemplateResult {
    return html`${this.#hero} ${this.bones(64, 287)}`;
  }

  protected override renderGuest(loc: Localizer, { program }: Catalog): TemplateResult {
    return html`${this.#hero} ${this.#renderTracks(program)}`;
  }

  protected override renderMember(loc: Localizer, { program }: Catalog): TemplateResult {
    const next = this.#part(
      64,
      'next',
      () => Promise.all([import('./next.js'), loc.load('hints')]),
      html`<loyalty-next
        exportparts=${PARTS}
        .loc=${loc}
        .program=${program}
        .me=${this.#me.value}
      ></loyalty-next>`,
    );
    return html`${this.#hero} ${next} ${this.#renderTracks(program)}`;
  }

  get #hero(): TemplateResult {
    return html`<div class="hero"><loyalty-points exportparts=${PARTS}></loyalty-points></div>`;
  }

  #renderTracks(program: Program): unknown {
    const active = activeChallenge(program, this.#me.value);
    return [
      ladders(program).length
        ? this.#part(
            287,
            'tier',
            () => import('../../blocks/tier.js'),
            html`<loyalty-tier exportparts=${PARTS}></loyalty-tier>`,
          )
        : nothing,
      active === undefined
        ? nothing
        : this.#part(
            190,
            'challenges',
            () => import('../../blocks/challenges.js'),
            html`<loyalty-challenges track=${active} exportparts=${PARTS}></loyalty-challenges>`,
          ),
    ];
  }

  /** Its code is fetched when it is first wanted; what cannot be had is left out. */
  #part(
    height: number,
    name: string,
    load: () => Promise<unknown>,
    content: TemplateResult,
  ): TemplateResult | typeof nothing {
    const state = this.#parts.get(name);
    if (!state) {
      const end = (how: 'there' | 'broken') => () => {
        this.#parts.set(name, how);
        this.requestUpdate();
      };
      this.#parts.set(name, 'coming');
      load().then(end('there'), end('broken'));
    }
    if (state === 'broken') return nothing;
    return state === 'there' ? content : this.bones(height);
  }
}

define('loyalty-home', PanelHome);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-home': PanelHome;
  }
}
