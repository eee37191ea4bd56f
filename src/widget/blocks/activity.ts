import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity } from '../../contract/types.js';
import '../cards/activity-line.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { withNews } from '../store/changes.js';
import { valueOf } from '../store/remote.js';
import { me } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { showMore } from './show-more.js';

const none: readonly Activity[] = [];

/** A line of the ledger with what was taken back of it. */
interface Told {
  readonly line: Activity;
  readonly refunds: readonly Activity[];
}

const orderOf = ({ ref }: Activity): string | undefined =>
  ref?.kind === 'order' ? ref.id : undefined;
const isRefund = ({ kind }: Activity): boolean => kind === 'refund';

/** An order and its refunds are one story, told where the newest of them stands. */
function withRefunds(lines: readonly Activity[]): Told[] {
  const orders = new Map<string, Activity>();
  for (const line of lines) {
    const order = orderOf(line);
    if (order !== undefined && line.kind === 'earn') orders.set(order, line);
  }
  const stories = new Map<Activity, Activity[]>();
  for (const line of lines) {
    const order = orders.get(orderOf(line) ?? '');
    const head = order && isRefund(line) ? order : line;
    const refunds = stories.get(head) ?? [];
    if (head !== line) refunds.push(line);
    stories.set(head, refunds);
  }
  return [...stories].map(([line, refunds]) => ({ line, refunds }));
}

/**
 * The ledger, newest first, with the reason for every number.
 *
 * @summary The member's ledger.
 * @tagname loyalty-activity
 * @csspart line - a line
 * @csspart amount - a number
 * @csspart button - every button
 */
export class LoyaltyActivity extends Block {
  readonly #first = this.select((snapshot) => me(snapshot)?.activity ?? none);
  readonly #pages = this.select(({ activity }) => activity);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(64, 64, 64);
  }

  protected override renderGuest(): typeof nothing {
    return nothing;
  }

  protected override renderMember(loc: Localizer, catalog: Catalog): TemplateResult {
    const remote = this.#pages.value;
    const pages = valueOf(remote);
    const lines = pages ? withNews(pages.items, this.#first.value) : this.#first.value;
    if (!lines.length)
      return this.empty(loc.term('activity.empty'), 'earn', loc.term('earn.title'));
    const hasMore = catalog.can('activity.pages') && (pages ? !!pages.next : true);
    return html`<ul>
        ${repeat(
          withRefunds(lines),
          ({ line }) => line.id,
          ({ line, refunds }) =>
            html`<li>
              <loyalty-activity-line
                exportparts=${PARTS}
                .loc=${loc}
                .line=${line}
                .refunds=${refunds}
              ></loyalty-activity-line>
            </li>`,
        )}
      </ul>
      ${remote.status === 'failed' ? this.failed(loc, remote.error.code, 'activity') : nothing}
      ${
        hasMore && remote.status !== 'failed'
          ? html`<button
              class="plain"
              part="button"
              aria-busy=${remote.status === 'loading'}
              @click=${() =>
                void showMore({
                  block: this,
                  lines: () => [...this.renderRoot.querySelectorAll('li')],
                  load: () => this.store?.load('activity', !!pages),
                })}
            >
              ${loc.term(remote.status === 'loading' ? 'reward.working' : 'activity.more')}
            </button>`
          : nothing
      }`;
  }
}

define('loyalty-activity', LoyaltyActivity);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-activity': LoyaltyActivity;
  }
}
