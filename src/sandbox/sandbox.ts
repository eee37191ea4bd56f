import { SignJWT } from 'jose';
import { createEndpoint } from '../server/endpoint.js';
import { createLedgerEngine, readProgramme } from '../server/engines/ledger/index.js';
import type { ShopEvent } from '../server/shop/schema.js';
import { memoryStore } from '../server/stores/memory.js';
import type { SandboxSetup } from './files.js';
import { memberId, memberOf, momentsOf, PastFile, relive } from './pasts.js';

/** A loyalty server inside the page. */
export interface Sandbox {
  /** The base of its addresses; nothing of it ever goes over a network. */
  readonly address: string;
  /** Answers as `fetch` does. */
  readonly fetch: typeof globalThis.fetch;
  /** A token of whoever looks; `null` for a guest. */
  readonly getToken: () => Promise<string | null>;
  /** Tells the server what happened in the shop, as the shop's own server would. */
  tell(event: ShopEvent): Promise<void>;
}

const KEY = 'pk_sandbox';
const ADDRESS = `https://sandbox.invalid/loyalty/v1/${KEY}`;
const ISSUER = 'sandbox';
const TOKEN_SECONDS = 300;
const TICK_MS = 60_000;

/**
 * Our own server - ledger engine, routes, tokens, keys - over a store in memory, with its members'
 * past lived through. For pages without a server: a demo on a static host, a playground.
 * @throws Error with every mistake of the programme or of its members' past
 */
export async function createSandbox(setup: SandboxSetup): Promise<Sandbox> {
  if (!globalThis.crypto?.subtle) {
    throw new Error('It signs tokens, which a browser allows on https and on localhost only.');
  }
  const programme = readProgramme(setup.programme, setup.name);
  const { past, subject } = peopleOf(setup);
  const store = memoryStore();
  let clock: number | undefined;
  const now = () => new Date(clock ?? Date.now());
  const engine = createLedgerEngine({ store, programme, now });
  await relive(momentsOf(past, new Date(), programme.calendar.timeZone), {
    engine,
    turn: (at) => {
      clock = at;
    },
  });
  clock = undefined;

  const secret = crypto.randomUUID() + crypto.randomUUID();
  const endpoint = createEndpoint({
    programmes: {
      [KEY]: {
        engine,
        origins: ['*'],
        token: { issuer: ISSUER, keys: { hs256: { sandbox: secret } } },
        shopSecrets: [],
      },
    },
  });

  let ticked = Date.now();
  return {
    address: ADDRESS,
    async fetch(input, init) {
      if (Date.now() - ticked > TICK_MS) {
        ticked = Date.now();
        await endpoint.tick();
      }
      return endpoint.fetch(new Request(input, init));
    },
    getToken: () => Promise.resolve(subject === null ? null : sign(subject, secret)),
    async tell(event) {
      await engine.shopEvent(event);
    },
  };
}

/** Who is there, and who of them looks; a name that nobody has is somebody who joins now. */
function peopleOf({ past, member = null }: SandboxSetup): {
  past: PastFile;
  subject: string | null;
} {
  const file = PastFile.parse(past ?? { members: [] });
  if (member === null || member === 'guest') return { past: file, subject: null };
  const known = memberOf(file, member);
  if (known) return { past: file, subject: memberId(known) };
  const joins = { key: member, name: member, joined: 0, past: [] };
  return { past: { ...file, members: [...file.members, joins] }, subject: memberId(joins) };
}

/** What the shop's own server would sign. */
const sign = (subject: string, secret: string): Promise<string> =>
  new SignJWT({ scope: 'read redeem act profile' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'sandbox' })
    .setIssuer(ISSUER)
    .setAudience('loyalty-widget')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(new TextEncoder().encode(secret));
