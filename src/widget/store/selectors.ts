import type { Me, Program, Wallet } from '../../contract/types.js';
import { catalogOf, mainUnit, type Catalog } from './catalog.js';
import { fresh, valueOf } from './remote.js';
import { emptySnapshot, type Snapshot } from './snapshot.js';

/** Narrow looks at a snapshot, each giving the same object for the same state. */

/** What can be shown of a member's part: nothing yet, a failure, the guest's or the member's view. */
export type Phase = 'loading' | 'failed' | 'guest' | 'member';

export function phaseOf({ program, me }: Snapshot): Phase {
  const member = valueOf(me);
  if (valueOf(program) && member !== undefined) return member ? 'member' : 'guest';
  return program.status === 'failed' || me.status === 'failed' ? 'failed' : 'loading';
}

/** The code of what failed, for the sentence that the shopper reads. */
export const failureOf = ({ program, me }: Snapshot): string =>
  ('error' in program && program.error.code) || ('error' in me && me.error.code) || '';

export const catalog = ({ program }: Snapshot): Catalog | undefined => valueOf(program);
export const me = (snapshot: Snapshot): Me | null | undefined => valueOf(snapshot.me);

const none: readonly never[] = [];
export const tracks = (snapshot: Snapshot): Me['tracks'] => me(snapshot)?.tracks ?? (none as never);
export const rewards = (snapshot: Snapshot): Me['rewards'] =>
  me(snapshot)?.rewards ?? (none as never);
export const rules = (snapshot: Snapshot): Me['rules'] => me(snapshot)?.rules ?? (none as never);
export const wallets = (snapshot: Snapshot): Me['wallets'] =>
  me(snapshot)?.wallets ?? (none as never);

/** The wallet of a unit; of the programme's main unit where none is named. */
export function walletOf(snapshot: Snapshot, unit?: string): Wallet | undefined {
  const program = catalog(snapshot)?.program;
  const wanted = unit ?? (program && mainUnit(program)?.id);
  return wallets(snapshot).find((wallet) => wallet.unit === wanted);
}

/** A snapshot from documents that someone handed over: a block that stands alone shows these. */
export function snapshotFrom(program: Program, member: Me | null): Snapshot {
  return { ...emptySnapshot, program: fresh(catalogOf(program), 0), me: fresh(member, 0) };
}
