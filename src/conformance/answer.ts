import type { z } from 'zod';
import { problems, type ProblemCode } from '../contract/problems.js';
import { Problem } from '../contract/schema/documents.js';
import { expect, Failed } from './check.js';

/** One answer of the endpoint, read to its end. */
export interface Answer {
  /** The request, as a person would write it: `POST /rewards/off5/redeem`. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const PROBLEM_TYPE = /^application\/problem\+json\s*(?:;|$)/i;
/** How many faults of a document are named; the others follow from the first as a rule. */
const NAMED = 3;

const typeOf = ({ headers }: Answer): string => headers.get('Content-Type') ?? 'no Content-Type';

function parsed(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new Failed(`${answer.request} answered ${answer.status} with a body that is no JSON`);
  }
}

function fitting<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
  name: string,
): z.output<Schema> {
  const reading = schema.safeParse(parsed(answer));
  if (reading.success) return reading.data;
  const faults = reading.error.issues
    .slice(0, NAMED)
    .map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`);
  throw new Failed(`${answer.request} is no ${name}: ${faults.join('; ')}`);
}

/**
 * The document of a good answer.
 * @throws Failed unless the status is one of these, the type is JSON and the schema fits
 */
export function documentOf<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
  name: string,
  statuses: readonly number[] = [200],
): z.output<Schema> {
  const said = statuses.includes(answer.status) ? '' : `, ${answer.text.slice(0, 200)}`;
  expect(
    statuses.includes(answer.status),
    `${answer.request} answered ${answer.status} in place of ${statuses.join(' or ')}${said}`,
  );
  expect(
    JSON_TYPE.test(typeOf(answer)),
    `${answer.request} came as ${typeOf(answer)} in place of application/json`,
  );
  return fitting(answer, schema, name);
}

/**
 * A problem document (RFC 9457), whose status and retry are those of its code.
 * @param codes the codes that fit here; none for any
 * @throws Failed with what does not fit
 */
export function problemOf(answer: Answer, ...codes: ProblemCode[]): z.output<typeof Problem> {
  const { request, status } = answer;
  expect(
    PROBLEM_TYPE.test(typeOf(answer)),
    `${request} answered ${status} as ${typeOf(answer)} in place of application/problem+json`,
  );
  const problem = fitting(answer, Problem, 'problem');
  const { code } = problem;
  expect(
    codes.length === 0 || (codes as string[]).includes(code),
    `${request} answered the problem "${code}" in place of "${codes.join('" or "')}"`,
  );
  return problem;
}

/** @throws Failed where a problem's numbers are not those that the contract gives its code */
export function expectTable(answer: Answer): void {
  const { code, retry, status } = problemOf(answer);
  const kind = problems[code as ProblemCode] as (typeof problems)[ProblemCode] | undefined;
  expect(status === answer.status, `${answer.request}: status ${status} in a ${answer.status}`);
  if (!kind) return;
  const mayWait = code === 'limit-reached' && retry === 'after';
  // A shop may refuse a body before it is read (413, 415, 400); the code still says what it is.
  expect(
    status === kind.status || (code === 'validation-failed' && status >= 400 && status < 500),
    `${answer.request}: "${code}" came as ${status} in place of ${kind.status}`,
  );
  expect(
    retry === kind.retry || mayWait,
    `${answer.request}: "${code}" says retry "${retry}" in place of "${kind.retry}"`,
  );
}
