import { expectTable, problemOf, type Answer } from '../answer.js';
import { expect, type Check } from '../check.js';
import type { Endpoint } from '../endpoint.js';
import { forged } from '../tokens.js';

/** What an endpoint makes of things that nobody should send, and how it says so. */

/** Far beyond any form: one megabyte. */
const HUGE = 1_048_576;

const refusedBy = (answer: Answer): void => {
  const { request, status } = answer;
  expect(status >= 400 && status < 500, `${request} was answered with ${status}`);
  problemOf(answer);
};

/** A redemption with a body that must be refused. */
const sending = (endpoint: Endpoint, body: unknown, headers: Record<string, string> = {}) =>
  endpoint.redeem(endpoint.target.member, endpoint.newKey(), { body, headers });

/** Answers that are problems, each of another kind. */
async function refusals(endpoint: Endpoint): Promise<readonly Answer[]> {
  const { member } = endpoint.target;
  const token = forged(await endpoint.tokenOf(member));
  const post = (path: string, ask: object) => endpoint.ask('POST', path, { body: {}, ...ask });
  return [
    await post('/rewards/conformance-none/redeem', { key: endpoint.newKey() }),
    await post('/rewards/conformance-none/redeem', { key: endpoint.newKey(), token }),
    await post('/rewards/conformance-none/redeem', { as: member }),
    await post('/rewards/conformance-none/redeem', { as: member, key: endpoint.newKey() }),
    await post('/rules/conformance-none/complete', { as: member, key: endpoint.newKey() }),
  ];
}

const STACK =
  /\bat [\w.<>]+ \(|\.(?:js|ts|php|py|rb|java|go):\d+|Traceback|SQLSTATE|SELECT .+ FROM/;

export const input: readonly Check[] = [
  {
    id: 'problems',
    section: '5',
    must: 'Refusals are problem documents, with the status and the retry of their code',
    remedy: 'Send application/problem+json with type, title, status, code and retry.',
    async run(endpoint) {
      for (const answer of await refusals(endpoint)) expectTable(answer);
    },
  },
  {
    id: 'problems-quiet',
    section: '5',
    must: 'A refusal shows no stack, no query and no token',
    remedy: 'Log the exception; answer with your own sentence and an `instance` to find it by.',
    async run(endpoint) {
      const token = await endpoint.tokenOf(endpoint.target.member);
      for (const { request, text } of await refusals(endpoint)) {
        expect(!STACK.test(text), `${request} shows what broke: ${text.slice(0, 120)}`);
        expect(!text.includes(token), `${request} repeats the token`);
      }
    },
  },
  {
    id: 'unknown-path',
    section: '5',
    must: 'A path that is not there is a problem, not a page',
    remedy: 'Answer 404 not-found as a problem document under the whole base address.',
    async run(endpoint) {
      const { member } = endpoint.target;
      problemOf(await endpoint.ask('GET', '/conformance/none', { as: member }), 'not-found');
    },
  },
  {
    id: 'unknown-reward',
    section: '5',
    must: 'A reward that is not there is not found',
    remedy: 'Answer 404 not-found.',
    async run(endpoint) {
      const answer = await endpoint.ask('POST', '/rewards/conformance-none/redeem', {
        as: endpoint.target.member,
        key: endpoint.newKey(),
        body: {},
      });
      problemOf(answer, 'not-found');
    },
  },
  {
    id: 'malformed-body',
    section: '5',
    must: 'A body that is no JSON is refused, not an error of the server',
    remedy: 'Catch what the parser throws; answer 422 validation-failed.',
    async run(endpoint) {
      for (const body of ['{"spend":', '\u0000', '[]', '"text"', 'null', '{"spend":1e999}']) {
        refusedBy(await sending(endpoint, body));
      }
    },
  },
  {
    id: 'wrong-types',
    section: '5',
    must: 'A field of the wrong type is refused with its place',
    remedy: 'Answer 422 validation-failed with errors [{detail, pointer}].',
    async run(endpoint) {
      for (const spend of ['500', 1.5, true, {}, [500]]) {
        const { errors } = problemOf(await sending(endpoint, { spend }), 'validation-failed');
        expect(
          errors?.some(({ pointer }) => pointer.includes('spend')) ?? false,
          `the refusal of spend: ${JSON.stringify(spend)} does not point at it`,
        );
      }
    },
  },
  {
    id: 'huge-body',
    section: '5',
    must: 'A body beyond all measure is refused at once',
    remedy: 'Stop reading at some 64 kB; answer 413 or 422 validation-failed.',
    async run(endpoint) {
      refusedBy(await sending(endpoint, { choice: 'x'.repeat(HUGE) }));
    },
  },
  {
    id: 'long-id',
    section: '2.3',
    must: 'Ids of 255 characters are taken, longer ones refused, neither breaks anything',
    remedy: 'Look ids up as they are; refuse longer ones as not found or not valid.',
    async run(endpoint) {
      const { member } = endpoint.target;
      for (const id of [
        'r'.repeat(255),
        'r'.repeat(4_096),
        '%F0%9F%8E%81',
        '..%2F..%2Fme',
        '%00',
      ]) {
        const ask = { as: member, key: endpoint.newKey(), body: {} };
        refusedBy(await endpoint.ask('POST', `/rewards/${id}/redeem`, ask));
      }
    },
  },
  {
    id: 'prototype',
    section: '2.6',
    must: 'Names such as __proto__ are names like others',
    remedy: 'Copy known fields; never merge what was sent into an object.',
    async run(endpoint) {
      for (const id of ['__proto__', 'constructor', 'toString']) {
        const ask = { as: endpoint.target.member, key: endpoint.newKey(), body: {} };
        problemOf(await endpoint.ask('POST', `/rewards/${id}/redeem`, ask), 'not-found');
      }
    },
  },
  {
    id: 'no-breakdown',
    section: '5',
    must: 'Nothing in all of this was an error of the server',
    remedy: 'Read the server’s log at the time of the request that is named.',
    async run(endpoint) {
      await refusals(endpoint);
      const broken = endpoint.answers.find(({ status }) => status >= 500 && status !== 501);
      expect(!broken, `${broken?.request} was answered with ${broken?.status}`);
    },
  },
];
