import { parseArgs } from 'node:util';
import { checks, topics } from './checks/index.js';
import type { Target } from './endpoint.js';
import { tokenCommand } from './tokens.js';

/** What stands on the command line. */

export const USAGE = `loyalty-conformance <endpoint> --token-cmd <command> [options]

Checks a loyalty endpoint against the contract. It redeems for real: use a test programme.

  --token-cmd <command>  prints a token; run by the shell with LOYALTY_MEMBER, LOYALTY_AUDIENCE,
                         LOYALTY_ISSUED_AT, LOYALTY_EXPIRES_AT and LOYALTY_SCOPE
  --member <id>          a member with a balance for at least ten redemptions
                         (conformance-1)
  --other <id>           another one, with a balance for two to 49 of them (conformance-2)
  --origin <origin>      the shop page's origin, on the endpoint's allow-list
                         (the endpoint's own)
  --reward <id>          what to redeem (the cheapest reward with a fixed cost)
  --only <name,…>        checks by id, or topics by title
  --report <file>        writes the result as JSON
  --timeout <seconds>    for one answer (10)
  --list                 names all checks
  --help

Ends with 0 when nothing failed, 1 when something did, 2 when the endpoint could not be asked.`;

export interface Options {
  readonly target: Target;
  readonly only: readonly string[];
  readonly report: string | undefined;
}

/** The command line cannot be used. The message says which part, and what belongs there. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const flags = {
  'token-cmd': { type: 'string' },
  member: { type: 'string', default: 'conformance-1' },
  other: { type: 'string', default: 'conformance-2' },
  origin: { type: 'string' },
  reward: { type: 'string' },
  only: { type: 'string' },
  report: { type: 'string' },
  timeout: { type: 'string', default: '10' },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function addressOf(text: string | undefined): URL {
  if (text === undefined) throw new UsageError('The address of the endpoint is missing.');
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(
      `"${text}" is no address. Write it whole: https://shop.example/loyalty/v1/pk_…`,
    );
  }
  return new URL(text);
}

function namesIn(text: string | undefined): readonly string[] {
  const names = (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const known = [...checks.map(({ id }) => id), ...topics.map(({ title }) => title)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new UsageError(`--only: there is no check "${unknown}". --list names them all.`);
}

/** @returns a word in place of options where only words are wanted. @throws UsageError */
export function readOptions(args: readonly string[]): Options | 'help' | 'list' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  if (values.list) return 'list';
  if (positionals.length > 1)
    throw new UsageError(`One endpoint at a time, not "${positionals[1]}" too.`);
  const url = addressOf(positionals[0]);
  const command = values['token-cmd'];
  if (!command)
    throw new UsageError('--token-cmd is missing: a command that prints a member’s token.');
  const seconds = Number(values.timeout);
  if (!(seconds > 0))
    throw new UsageError(`--timeout: "${values.timeout}" is no number of seconds.`);
  const { member, other } = values;
  if (member === other) throw new UsageError('--member and --other must be two members.');
  const timeout = seconds * 1000;
  return {
    target: {
      url: url.href.replace(/\/$/, ''),
      origin: values.origin ?? url.origin,
      member,
      other,
      reward: values.reward,
      timeout,
      tokens: tokenCommand(command, timeout),
    },
    only: namesIn(values.only),
    report: values.report,
  };
}
