import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Me } from '../contract/schema/documents.js';
import { Bootstrap, RedeemResult } from '../contract/schema/documents.js';
import type { Reward } from '../contract/schema/reward.js';
import { documentOf, type Answer } from './answer.js';
import { need, NotApplicable } from './check.js';
import { wish, type TokenSource } from './tokens.js';

/** Whose page calls, who is called, and who asks. */
export interface Target {
  /** The endpoint as the widget is told it, without a slash at the end. */
  readonly url: string;
  /** The shop page's origin, which the endpoint must let in. */
  readonly origin: string;
  /** A member who can take the reward at least twice. */
  readonly member: string;
  /** Another one, who can take it at least once and fewer than fifty times. */
  readonly other: string;
  /** The reward to take; absent: the cheapest with a fixed cost that both may take. */
  readonly reward?: string | undefined;
  /** How long one answer may take, in milliseconds. */
  readonly timeout: number;
  readonly tokens: TokenSource;
  /** Absent means the platform's own. */
  readonly fetch?: typeof fetch | undefined;
}

/** One request, said in short. */
export interface Ask {
  /** Whose token goes along: a member's id; `null` for nobody's. */
  readonly as?: string | null;
  /** A token to send in place of a good one. */
  readonly token?: string;
  readonly key?: string;
  /** JSON; a text goes out as it is. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export type BootstrapDocument = z.output<typeof Bootstrap>;
export type MeDocument = z.output<typeof Me>;
export type RewardDefinition = z.output<typeof Reward>;
export type Redemption = z.output<typeof RedeemResult>;

/** A reward by its id, and what it costs. */
export interface PricedReward {
  readonly id: string;
  readonly unit: string;
  /** In the unit’s smallest part. */
  readonly value: number;
}

/** What a redemption costs, where that is one fixed amount. */
function fixedCost({ cost }: RewardDefinition): Omit<PricedReward, 'id'> | null {
  if (cost.kind !== 'fixed' || !('amount' in cost)) return null;
  const { unit, value } = cost.amount;
  return value > 0 ? { unit, value } : null;
}

/** The endpoint under test: calls it, remembers what it said, and what the programme holds. */
export class Endpoint {
  readonly target: Target;
  /** Every answer so far, for the checks that look at all of them. */
  readonly answers: Answer[] = [];

  readonly #tokens = new Map<string, Promise<string>>();
  #guest?: Promise<BootstrapDocument>;
  #chosen?: Promise<PricedReward>;

  constructor(target: Target) {
    this.target = target;
  }

  /** A good token of a member, made once. */
  tokenOf(member: string): Promise<string> {
    const token = this.#tokens.get(member) ?? this.target.tokens(wish(member));
    this.#tokens.set(member, token);
    return token;
  }

  /** Sends one request and reads its answer whole. @throws Error when there is none in time */
  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const { as = null, token, key, body, headers: more = {} } = ask;
    const headers = new Headers({ Origin: this.target.origin, ...more });
    const bearer = token ?? (as === null ? undefined : await this.tokenOf(as));
    if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
    if (key !== undefined) headers.set('Idempotency-Key', key);
    if (body !== undefined && !headers.has('Content-Type')) {
      headers.set('Content-Type', 'application/json');
    }
    const call = this.target.fetch ?? fetch;
    const request = `${method} ${path}`;
    const response = await call(`${this.target.url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(this.target.timeout),
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = {
      request,
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
    this.answers.push(answer);
    return answer;
  }

  /** A key that nobody has used. */
  newKey(): string {
    return `conformance-${randomUUID()}`;
  }

  /** The bootstrap document that a guest gets; fetched once. */
  asGuest(): Promise<BootstrapDocument> {
    this.#guest ??= this.ask('GET', '/bootstrap').then((answer) =>
      documentOf(answer, Bootstrap, 'bootstrap document'),
    );
    return this.#guest;
  }

  async program(): Promise<NonNullable<BootstrapDocument['program']>> {
    const { program } = await this.asGuest();
    return need(program, 'a guest’s bootstrap document has no programme');
  }

  /** @throws NotApplicable unless the programme announces it */
  async announced(capability: string): Promise<void> {
    const { capabilities = [] } = await this.program();
    need(capabilities.includes(capability), `"${capability}" is not announced`);
  }

  /** A member's state as it is now, from the resource that every endpoint has. */
  async stateOf(member: string): Promise<MeDocument> {
    const answer = await this.ask('GET', '/bootstrap', { as: member });
    const { me } = documentOf(answer, Bootstrap, 'bootstrap document');
    return need(me, `the bootstrap document of "${member}" has no "me"`);
  }

  async balanceOf(member: string, unit: string): Promise<number> {
    const { wallets } = await this.stateOf(member);
    const wallet = wallets.find((each) => each.unit === unit);
    return need(wallet, `"${member}" has no wallet in "${unit}"`).available;
  }

  /** The reward that is taken, with its fixed cost. @throws NotApplicable with what to prepare */
  reward(): Promise<PricedReward> {
    this.#chosen ??= this.#choose();
    return this.#chosen;
  }

  async #choose(): Promise<PricedReward> {
    const { rewards = [] } = await this.program();
    const { states } = await this.#openTo(this.target.member);
    const fitting = rewards
      .filter(({ id }) => (this.target.reward ? id === this.target.reward : states.has(id)))
      .flatMap((reward) => {
        const cost = fixedCost(reward);
        return cost ? [{ id: reward.id, ...cost }] : [];
      })
      .sort((one, two) => one.value - two.value);
    return need(
      fitting[0],
      `no reward with a fixed cost that "${this.target.member}" may take now; give the member a ` +
        'balance, or name another one by --reward',
    );
  }

  async #openTo(member: string): Promise<{ states: ReadonlySet<string> }> {
    const { rewards } = await this.stateOf(member);
    const open = rewards.filter(({ availability }) => availability.state === 'available');
    return { states: new Set(open.map(({ reward }) => reward)) };
  }

  /** Takes the reward. */
  async redeem(as: string, key: string, ask: Ask = {}): Promise<Answer> {
    const { id } = await this.reward();
    return this.ask('POST', `/rewards/${encodeURIComponent(id)}/redeem`, {
      as,
      key,
      body: {},
      ...ask,
    });
  }

  /**
   * Takes the reward for the member, who must be able to.
   * @throws NotApplicable when the balance does not suffice
   */
  async redemption(key = this.newKey()): Promise<Redemption> {
    const { unit, value } = await this.reward();
    const { member } = this.target;
    const balance = await this.balanceOf(member, unit);
    if (balance < value) {
      throw new NotApplicable(`"${member}" has ${balance} ${unit}, and the reward costs ${value}`);
    }
    return documentOf(await this.redeem(member, key), RedeemResult, 'redemption', [200, 202]);
  }

  /** A voucher of the member's: one that is there, or one that is taken now. */
  async voucher(): Promise<Redemption['voucher']> {
    const { vouchers } = await this.stateOf(this.target.member);
    return vouchers[0] ?? (await this.redemption()).voucher;
  }
}
