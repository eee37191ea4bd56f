import { z } from 'zod';
import {
  ClaimRequest,
  CompleteRequest,
  InviteRequest,
  JoinRequest,
  ProfilePatch,
  RedeemRequest,
} from '../../contract/schema/documents.js';
import type { Outcome } from '../../contract/types.js';
import type { Answer, Writes } from '../engine.js';
import { PAGE_BODY_BYTES, readJson } from './body.js';
import { memberOf, param, type Call, type Handler } from './call.js';
import { canonicalJson, sha256Hex } from './canonical.js';
import { json, problemReply, type Reply } from './reply.js';
import { fill } from './router.js';
import { parse } from './validate.js';

/** The resources that change something. Each runs through the engine's `once`, under its key. */

/** When to ask again for a voucher that a slow engine has not made yet, in seconds. */
const PENDING_AGAIN_SECONDS = 2;

/** A voucher that waits for the engine; one that waits for the shopper to pay has where to go. */
const Waiting = z.object({
  voucher: z.object({ status: z.literal('pending'), applyUrl: z.null().optional() }),
});

const Later = z.object({ after: z.int() });

/** The HTTP side of what the engine answers, fresh or replayed. */
function replyOf({ status, body, replayed }: Answer): Reply {
  const headers: Record<string, string> = replayed ? { 'Idempotency-Replayed': 'true' } : {};
  if (status >= 400) {
    const later = Later.safeParse(body);
    const retry = later.success ? { 'Retry-After': String(later.data.after) } : {};
    return problemReply(body, status, { ...headers, ...retry });
  }
  if (!Waiting.safeParse(body).success) return json(body, headers, status);
  return json(body, { ...headers, 'Retry-After': String(PENDING_AGAIN_SECONDS) }, 202);
}

/** Runs a write under its intent: who, which key, and a fingerprint of what exactly was asked. */
async function once(
  call: Call,
  body: unknown,
  write: (writes: Writes) => Promise<Outcome>,
  enrols = false,
): Promise<Reply> {
  const { programme, resource, params, key, locale } = call;
  const subject = memberOf(call);
  const intent = {
    subject: subject.id,
    key,
    method: resource.method,
    path: fill(resource.path, params),
    bodyHash: await sha256Hex(body === undefined ? '' : canonicalJson(body)),
  };
  return replyOf(await programme.engine.once(subject, intent, locale, write, enrols));
}

/** A write with a body. */
const withBody =
  <Body>(
    schema: z.ZodType<Body>,
    write: (writes: Writes, id: string, body: Body) => Promise<Outcome>,
    enrols = false,
  ): Handler =>
  async (call) => {
    const body = parse(schema, await readJson(call.request, PAGE_BODY_BYTES));
    return once(call, body, (writes) => write(writes, param(call), body), enrols);
  };

/** A write that the path says all about; a body is not read. */
const bare =
  (write: (writes: Writes, id: string) => Promise<Outcome>): Handler =>
  (call) =>
    once(call, undefined, (writes) => write(writes, param(call)));

const memberClaims = withBody(ClaimRequest, (engine, _id, body) => engine.claim(body));

/** A guest's claim keeps nothing, so there is nothing to do once: the same code has the same answer. */
const claims: Handler = async (call) => {
  if (call.subject) return memberClaims(call);
  const body = parse(ClaimRequest, await readJson(call.request, PAGE_BODY_BYTES));
  return json(await call.programme.engine.claim(body, call.locale));
};

export const writes = {
  redeem: withBody(RedeemRequest, (engine, id, body) => engine.redeem(id, body)),
  complete: withBody(CompleteRequest, (engine, id, body) => engine.complete(id, body)),
  cancel: bare((engine, id) => engine.cancel(id)),
  seen: bare((engine, id) => engine.seen(id)),
  optIn: bare((engine, id) => engine.optIn(id)),
  optOut: bare((engine, id) => engine.optOut(id)),
  join: withBody(JoinRequest, (engine, _id, body) => engine.join(body), true),
  profile: withBody(ProfilePatch, (engine, _id, body) => engine.profile(body)),
  leave: bare((engine) => engine.leave()),
  invites: withBody(InviteRequest, (engine, _id, body) => engine.invite(body)),
  claims,
};
