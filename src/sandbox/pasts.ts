import { z } from 'zod';
import { Birthday } from '../contract/schema/member.js';
import { Id, Int, Text } from '../contract/schema/primitives.js';
import { createCalendar } from '../server/engines/ledger/time/calendar.js';
import { ShopEvent } from '../server/shop/schema.js';
import { daysOf, Deed, Goods, tell, type Act, type Stage } from './deeds.js';

/**
 * The past of a demo's members, as data beside its programme (`oak.members.json`), and how it is
 * lived through: as the shop's events, and as what members did themselves. All days are counted back
 * from today in the programme's zone, and every id is the same on every day, so that telling it twice
 * counts once.
 */

const PastMember = z.strictObject({
  /** What `?member=` calls them; their id is `c_<key>`. */
  key: Id,
  /** Which of the five states they show, where it is not their key. */
  state: Id.optional(),
  name: Text,
  /** Days before today. */
  joined: Int.refine((value) => value >= 0, 'expected 0 or more'),
  birthday: Birthday.optional(),
  past: z.array(Deed).default([]),
});

/** What stands in `<programme>.members.json`. */
export const PastFile = z.strictObject({
  goods: Goods.default({}),
  members: z.array(PastMember),
  /** Others whom one meets on a board, and can sign in as nowhere. */
  crowd: z.array(PastMember).default([]),
});

export type PastFile = z.infer<typeof PastFile>;
export type PastMember = PastFile['members'][number];

/** A moment of the past: the shop told something, or a member did something. */
export type Moment =
  | { readonly at: number; readonly event: ShopEvent }
  | { readonly at: number; readonly member: string; readonly act: Act };

/** The member's id, as in a token's `sub`. */
export const memberId = ({ key }: Pick<PastMember, 'key'>): string => `c_${key}`;

/** The member of a file by key or by state. */
export const memberOf = (file: PastFile, wanted: string | null): PastMember | undefined =>
  file.members.find(({ key }) => key === wanted) ??
  file.members.find(({ state }) => state === wanted);

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Orders of the past have numbers that a shop does not give again: 10 100 and up, by member. */
const FIRST_ORDER = 10_100;
const ORDERS_EACH = 100;

/** A deed on one of its days, not yet at its time. */
interface Draft {
  readonly ago: number;
  readonly deed: Deed;
  readonly key: string;
  readonly order: string;
}

/**
 * The past of a file's members, oldest first.
 * @param now the day from which it is counted back
 * @param timeZone the programme's, IANA
 * @throws Error where an order names something that is not among the goods
 */
export function momentsOf(file: PastFile, now: Date, timeZone: string): Moment[] {
  const calendar = createCalendar(timeZone);
  const today = calendar.index('day', now.getTime());

  /** Noon and after; what was today lies between its first second and now. */
  const timeOn = (ago: number, place: number, count: number): number => {
    const start = calendar.spanOfIndex('day', today - ago).from;
    if (ago > 0) return start + 12 * HOUR + place * 7 * MINUTE;
    const from = Math.max(start, now.getTime() - HOUR);
    return Math.floor(from + ((now.getTime() - from) * (place + 1)) / (count + 1));
  };

  const moments = [...file.members, ...file.crowd].flatMap((member, index) => {
    const id = memberId(member);
    const days = byDayOf(draftsOf(member, FIRST_ORDER + index * ORDERS_EACH));
    return [...days].flatMap(([ago, drafts]) =>
      drafts.map(({ deed, key, order }, place): Moment => {
        const at = timeOn(ago, place, drafts.length);
        const told = tell(deed, { goods: file.goods, member: id, at, ago, key, order });
        if ('act' in told) return { at, member: id, act: told.act };
        const event = { ...told.event, at: new Date(at).toISOString(), member: id };
        return { at, event: ShopEvent.parse(event) };
      }),
    );
  });
  return moments.sort((a, b) => a.at - b.at);
}

function byDayOf(drafts: readonly Draft[]): ReadonlyMap<number, readonly Draft[]> {
  const days = new Map<number, Draft[]>();
  for (const draft of drafts) days.set(draft.ago, [...(days.get(draft.ago) ?? []), draft]);
  return days;
}

function draftsOf(member: PastMember, firstOrder: number): Draft[] {
  const id = memberId(member);
  const { joined, name, birthday, past } = member;
  const join = { id: `joined-${id}`, type: 'member.joined', name, ...(birthday && { birthday }) };
  let orders = firstOrder;
  return [
    { ago: joined, deed: { ago: joined, event: join }, key: id, order: '' },
    ...past.flatMap((deed, place) =>
      daysOf(deed).map((ago, turn) => {
        const order = String(orders);
        if (Object.hasOwn(deed, 'order')) orders += 1;
        return { ago, deed, key: `past-${id}-${place}-${turn}`, order };
      }),
    ),
  ];
}

/** An engine whose clock can be turned, over the store of the real one. */
export interface Replay {
  readonly engine: Stage;
  /** Turns the engine's clock. */
  readonly turn: (at: number) => void;
}

/**
 * Lives a past through, each moment at its time. Members who are known already keep what they have
 * done since: events count once by themselves, and what they did by hand is not done again.
 * @throws Error that names the moment which the engine refused
 */
export async function relive(moments: readonly Moment[], { engine, turn }: Replay): Promise<void> {
  const fresh = new Set<string>();
  for (const moment of moments) {
    turn(moment.at);
    if ('event' in moment) {
      const { counted } = await engine.shopEvent(moment.event);
      if (counted && moment.event.type === 'member.joined') fresh.add(moment.event.member);
      continue;
    }
    if (fresh.has(moment.member)) await moment.act(engine);
  }
}
