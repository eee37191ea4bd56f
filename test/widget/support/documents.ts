import { table } from '../../contract/page-contract.js';
import bootstrapJson from '../../contract/examples/bootstrap.json';
import redeemJson from '../../contract/examples/redeem-result.json';
import { decode, type Documents } from '../../../src/contract/decode.js';
import type { Bootstrap, Me, Program } from '../../../src/contract/types.js';

/** The published examples as the page reads them, a new copy for each caller. */

/** The moment at which the examples were written. */
export const NOW = Date.parse(bootstrapJson.now);

const refuse = (error: Error): never => {
  throw error;
};

const reading = <Name extends keyof Documents>(name: Name, json: unknown): Documents[Name] =>
  decode(name, structuredClone(json), table, refuse);

export const bootstrapText = (): string => JSON.stringify(bootstrapJson);
export const bootstrap = (): Bootstrap => reading('Bootstrap', bootstrapJson);
export const guestBootstrap = (): Bootstrap => ({ ...bootstrap(), me: null });
export const program = (): Program => bootstrap().program!;
export const me = (): Me => bootstrap().me!;
export const redeemResult = () => reading('RedeemResult', redeemJson);

/** The example's member under another id, with another balance: someone else at the same device. */
export function otherMember(id = 'c_2002', balance = 55): Me {
  const other = me();
  return {
    ...other,
    rev: `m_${id}`,
    member: { ...other.member, id, name: 'Bob' },
    wallets: other.wallets.map((wallet) =>
      wallet.unit === 'pts' ? { ...wallet, available: balance } : wallet,
    ),
  };
}
