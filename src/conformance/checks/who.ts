import { problemOf } from '../answer.js';
import { expect, type Check } from '../check.js';
import type { Endpoint } from '../endpoint.js';
import { differing, expired, forged, renamed, unsigned } from '../tokens.js';

/** Who may ask: tokens that are good, and every kind that is not. */

/** Asked for with each bad token: the one resource of the minimum that needs one. */
const guarded = (endpoint: Endpoint, token?: string) =>
  endpoint.ask('POST', '/rewards/conformance-none/redeem', {
    key: endpoint.newKey(),
    body: {},
    ...(token === undefined ? {} : { token }),
  });

/** A token that must be refused as one that is not valid. */
function refused(
  id: string,
  what: string,
  remedy: string,
  make: (endpoint: Endpoint) => Promise<string>,
): Check {
  return {
    id,
    section: '7',
    must: `${what} is refused`,
    remedy,
    async run(endpoint) {
      const answer = await guarded(endpoint, await make(endpoint));
      expect(answer.status === 401, `it was answered with ${answer.status} in place of 401`);
      problemOf(answer, 'token-invalid');
    },
  };
}

const good = (endpoint: Endpoint): Promise<string> => endpoint.tokenOf(endpoint.target.member);

export const who: readonly Check[] = [
  {
    id: 'token-missing',
    section: '7',
    must: 'Without a token nothing is a member’s',
    remedy: 'Answer 401 token-missing.',
    async run(endpoint) {
      const answer = await guarded(endpoint);
      expect(answer.status === 401, `it was answered with ${answer.status} in place of 401`);
      problemOf(answer, 'token-missing');
    },
  },
  {
    id: 'token-expired',
    section: '7',
    must: 'A token that has run out is refused in a way that gets a new one',
    remedy: 'Check "exp" with at most 60 s of leeway; answer 401 token-expired, retry new-token.',
    async run(endpoint) {
      const { tokens, member } = endpoint.target;
      const answer = await guarded(endpoint, await differing(tokens, member, expired(), 'exp'));
      expect(answer.status === 401, `it was answered with ${answer.status} in place of 401`);
      const { retry } = problemOf(answer, 'token-expired');
      expect(retry === 'new-token', `retry is "${retry}" in place of "new-token"`);
    },
  },
  refused(
    'token-audience',
    'A token that is meant for somebody else',
    'Check that "aud" is loyalty-widget: a token of the shop’s other services must open nothing here.',
    ({ target: { tokens, member } }) =>
      differing(tokens, member, { audience: 'somebody-else' }, 'aud'),
  ),
  refused(
    'token-unsigned',
    'A token with `alg: none`',
    'Name the algorithms that are accepted; never take the one that the token names.',
    async (endpoint) => unsigned(await good(endpoint)),
  ),
  refused(
    'token-forged',
    'A token whose signature does not fit',
    'Verify the signature before a claim is read.',
    async (endpoint) => forged(await good(endpoint)),
  ),
  refused(
    'token-renamed',
    'A token that was rewritten to name another member',
    'Verify the signature over the claims that are used.',
    async (endpoint) => renamed(await good(endpoint), endpoint.target.other),
  ),
  refused(
    'token-garbage',
    'A text that is no token',
    'Answer 401 token-invalid for whatever cannot be read, never a 500.',
    () => Promise.resolve('not.a.token'),
  ),
  {
    id: 'token-in-query',
    section: '7',
    must: 'A token in the address counts for nothing',
    remedy: 'Read the token from Authorization only: addresses end in logs.',
    async run(endpoint) {
      const token = await good(endpoint);
      const path = `/bootstrap?token=${token}&access_token=${token}`;
      const { text, status } = await endpoint.ask('GET', path);
      expect(status !== 200 || /"me":\s*null/.test(text), 'the address alone showed a member');
    },
  },
  {
    id: 'identity',
    section: '7',
    must: 'Who asks comes from the token, never from a query, a header or a body',
    remedy: 'Take the member’s id from "sub" and from nowhere else.',
    async run(endpoint) {
      const { member, other } = endpoint.target;
      const mine = (await endpoint.stateOf(member)).member.id;
      const query = `member=${other}&sub=${other}&customer_id=${other}`;
      const answer = await endpoint.ask('GET', `/bootstrap?${query}`, {
        as: member,
        headers: { 'X-Member-Id': other, 'X-Customer-Id': other },
      });
      const { me } = JSON.parse(answer.text) as { me?: { member?: { id?: string } } | null };
      expect(me?.member?.id === mine, `"${me?.member?.id}" was shown in place of "${mine}"`);
    },
  },
  {
    id: 'scope',
    section: '7',
    must: 'A token that may only read takes nothing',
    remedy: 'Check the scope of each route; answer 403 scope-missing.',
    async run(endpoint) {
      const { tokens, member } = endpoint.target;
      const reader = await differing(tokens, member, { scope: 'read' }, 'scope');
      const answer = await endpoint.redeem(member, endpoint.newKey(), { token: reader });
      expect(answer.status === 403, `a redemption was answered with ${answer.status}`);
      problemOf(answer, 'scope-missing');
    },
  },
  {
    id: 'foreign-voucher',
    section: '4',
    must: 'Nobody reads another member’s voucher',
    remedy: 'Look a voucher up by member and id together; answer 404 not-found.',
    async run(endpoint) {
      await endpoint.announced('vouchers.pages');
      const { member, other } = endpoint.target;
      const { id } = await endpoint.voucher();
      const path = `/vouchers/${encodeURIComponent(id)}`;
      const answer = await endpoint.ask('GET', path, { as: other });
      expect(answer.status === 404, `"${other}" got ${answer.status} for a voucher of "${member}"`);
      problemOf(answer, 'not-found');
    },
  },
  {
    id: 'foreign-cancel',
    section: '4',
    must: 'Nobody undoes another member’s voucher',
    remedy: 'Look a voucher up by member and id together, in writes too.',
    async run(endpoint) {
      await endpoint.announced('cancel');
      const { member, other } = endpoint.target;
      const { voucher } = await endpoint.redemption();
      const path = `/vouchers/${encodeURIComponent(voucher.id)}/cancel`;
      const answer = await endpoint.ask('POST', path, { as: other, key: endpoint.newKey() });
      problemOf(answer, 'not-found');
      const mine = (await endpoint.stateOf(member)).vouchers.find(({ id }) => id === voucher.id);
      expect(mine?.status === voucher.status, `the voucher is now "${mine?.status}"`);
    },
  },
  {
    id: 'foreign-seen',
    section: '4',
    must: 'Nobody opens another member’s gift',
    remedy: 'Look a voucher up by member and id together, in writes too.',
    async run(endpoint) {
      const { other } = endpoint.target;
      const { id } = await endpoint.voucher();
      const path = `/vouchers/${encodeURIComponent(id)}/seen`;
      problemOf(
        await endpoint.ask('POST', path, { as: other, key: endpoint.newKey() }),
        'not-found',
      );
    },
  },
];
