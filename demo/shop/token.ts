import { SignJWT } from 'jose';
import type { Member } from './members.js';
import type { TokenKey } from './options.js';

/** Five minutes: the widget asks again when it needs to. */
const lifetime = 300;

/** Signs the statement "this shopper is that member" for the loyalty endpoint. */
export function signToken(shop: string, member: Member, key: TokenKey, now: Date): Promise<string> {
  const issued = Math.floor(now.getTime() / 1000);
  return new SignJWT({ scope: 'read redeem act profile' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.kid })
    .setIssuer(`shop_${shop}`)
    .setAudience('loyalty-widget')
    .setSubject(member.id)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetime)
    .setJti(crypto.randomUUID())
    .sign(new TextEncoder().encode(key.secret));
}
