import { html, type TemplateResult } from 'lit';
import type {
  Amount,
  Program,
  Reward,
  RewardState,
  Voucher,
  Wallet,
} from '../../contract/types.js';
import type { Quoted } from '../cards/reward-slider.js';
import type { Localizer } from '../i18n/localizer.js';
import { PARTS } from '../ui/parts.js';
import { named, type View } from './views.js';

/** What a card of a reward is given. */
export interface ShownReward {
  readonly loc: Localizer;
  readonly program: Program;
  readonly reward: Reward;
  readonly state: RewardState | undefined;
  /** What the member has in the unit that it costs. */
  readonly balance: Amount | undefined;
  /** All that the member has, where there is a choice of prices. */
  readonly wallets?: readonly Wallet[];
  readonly vouchers: readonly Voucher[];
  readonly applyUrl: string | undefined;
  /** Whether the shopper saves for it; absent where nothing can be pinned. */
  readonly isGoal?: boolean | undefined;
  /** What the server says of a size that the shopper chooses; absent where it gives no quotes. */
  readonly quote?: ((spend: number) => Quoted) | undefined;
  /** Without head and frame, where something else says what it is. */
  readonly bare?: boolean;
}

/** A way to draw a reward. Its card is fetched when a reward wants to be drawn so. */
export interface RewardView extends View {
  readonly render: (shown: ShownReward) => TemplateResult;
}

/** One button and a question: right for every reward. */
export const plain: RewardView = {
  load: () => import('../cards/reward-card.js'),
  render: ({ loc, program, reward, state, balance, vouchers, applyUrl, isGoal, bare = false }) =>
    html`<loyalty-reward-card
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
      .isGoal=${isGoal}
      ?bare=${bare}
    ></loyalty-reward-card>`,
};

const slider: RewardView = {
  load: () => import('../cards/reward-slider.js'),
  render: ({
    loc,
    program,
    reward,
    state,
    balance,
    vouchers,
    applyUrl,
    isGoal,
    quote,
    bare = false,
  }) =>
    html`<loyalty-reward-slider
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
      .isGoal=${isGoal}
      .quote=${quote}
      ?bare=${bare}
    ></loyalty-reward-slider>`,
};

/** What is drawn by lot is played. */
const game: RewardView = {
  load: () => import('../cards/game-card.js'),
  render: ({ loc, program, reward, state, balance, vouchers, applyUrl }) =>
    html`<loyalty-game-card
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
    ></loyalty-game-card>`,
};

/** What is paid for in money and lasts. */
const plan: RewardView = {
  load: () => import('../cards/reward-plan.js'),
  render: ({ loc, program, reward, state, balance, vouchers, applyUrl, isGoal, bare = false }) =>
    html`<loyalty-reward-plan
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
      .isGoal=${isGoal}
      ?bare=${bare}
    ></loyalty-reward-plan>`,
};

/** Something for a good cause. */
const donate: RewardView = {
  load: () => import('../cards/reward-donate.js'),
  render: ({ loc, program, reward, state, balance, vouchers, applyUrl, isGoal, bare = false }) =>
    html`<loyalty-reward-donate
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
      .isGoal=${isGoal}
      ?bare=${bare}
    ></loyalty-reward-donate>`,
};

/** Several prices for one thing. */
const prices: RewardView = {
  load: () => import('../cards/reward-prices.js'),
  render: ({
    loc,
    program,
    reward,
    state,
    balance,
    wallets,
    vouchers,
    applyUrl,
    isGoal,
    bare = false,
  }) =>
    html`<loyalty-reward-prices
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .balance=${balance}
      .wallets=${wallets ?? []}
      .vouchers=${vouchers}
      .applyUrl=${applyUrl}
      .isGoal=${isGoal}
      ?bare=${bare}
    ></loyalty-reward-prices>`,
};

/** View of a reward → the card that draws it. A view that is not here goes by what it costs. */
const views: Readonly<Record<string, RewardView>> = {
  slider,
  plan,
  donate,
  wheel: game,
  scratch: game,
};

/** Kind of cost → the card that takes it, whatever it is called. What is not here has one button. */
const takers: Readonly<Record<string, RewardView>> = { range: slider, any: prices };

export const viewOf = ({ view, cost }: Reward): RewardView =>
  named(views, view) ?? named(takers, cost.kind) ?? plain;

/** What a member has in the unit that a reward costs. */
export function balanceFor({ cost }: Reward, wallets: readonly Wallet[]): Amount | undefined {
  const unit =
    cost.kind === 'fixed' ? cost.amount.unit : cost.kind === 'range' ? cost.unit : undefined;
  const wallet = wallets.find((one) => one.unit === unit);
  return wallet && { unit: wallet.unit, value: wallet.available };
}
