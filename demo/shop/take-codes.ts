import type { EndpointClient } from './endpoint-client.js';
import type { Member } from './members.js';
import { type Refusal, checkVoucher } from './vouchers.js';

/** Codes that an order takes for itself before it is placed, so that no other order gets them too. */
export interface Claim {
  codes: readonly string[];
  member: Member | null;
  /** Number of the order that is about to be placed. */
  order: string;
}

export type Taking = { ok: true } | { ok: false; code: string; refusal: Refusal };

const ask = (
  client: EndpointClient,
  act: 'use' | 'release',
  code: string,
  member: Member,
  order: string,
): Promise<Response> =>
  client.post(`/shop/vouchers/${encodeURIComponent(code)}/${act}`, { member: member.id, order });

/** Takes one code; null when it is ours now. */
async function takeCode(
  client: EndpointClient,
  code: string,
  { member, order }: Claim,
): Promise<Refusal | null> {
  if (!member) return 'sign-in';
  try {
    const response = await ask(client, 'use', code, member, order);
    await response.body?.cancel();
    if (response.ok) return null;
    if (response.status === 404) return 'unknown';
    if (response.status !== 409) return 'unreachable';
  } catch {
    return 'unreachable';
  }
  // The look-up says in which way it cannot be used.
  const check = await checkVoucher(client, code, member.id);
  return check.ok || check.refusal === 'unreachable' ? 'not-ready' : check.refusal;
}

/** Takes all codes of an order or none of them. */
export async function takeCodes(client: EndpointClient, claim: Claim): Promise<Taking> {
  for (const code of claim.codes) {
    const refusal = await takeCode(client, code, claim);
    if (!refusal) continue;
    // All of them: one whose answer was lost may have been taken all the same.
    await releaseCodes(client, claim);
    return { ok: false, code, refusal };
  }
  return { ok: true };
}

/** Gives back what an order took that is not placed after all. Never fails: the shopper waits. */
export async function releaseCodes(
  client: EndpointClient,
  { codes, member, order }: Claim,
): Promise<void> {
  if (!member) return;
  for (const code of codes) {
    try {
      const response = await ask(client, 'release', code, member, order);
      await response.body?.cancel();
      // A code that this order never held answers 409 or 404, and that is as it should be.
      if (response.status >= 500) throw new Error(`status ${response.status}`);
    } catch {
      console.warn(`The code ${code} may still be held by order ${order}, which was not placed.`);
    }
  }
}
