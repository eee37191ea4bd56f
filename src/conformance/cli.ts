#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { topics } from './checks/index.js';
import { readOptions, USAGE, UsageError, type Options } from './options.js';
import { count, line, report, summary } from './report.js';
import { conformance } from './run.js';

/** `loyalty-conformance`: what a developer of an endpoint runs, and what runs in their CI. */

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function list(): void {
  for (const { title, checks } of topics) {
    say(title);
    for (const { id, must } of checks) say(`  ${id.padEnd(20)} ${must}`);
  }
}

async function check({ target, only, report: file }: Options): Promise<number> {
  say(target.url);
  let topic = '';
  const results = await conformance(target, {
    only,
    onResult(result) {
      if (result.topic !== topic) say(`\n${result.topic}`);
      topic = result.topic;
      say(line(result));
    },
  });
  say(`\n${summary(results)}`);
  if (file !== undefined) {
    await writeFile(file, `${JSON.stringify(report(target.url, results), null, 2)}\n`);
  }
  return count(results, 'failed') === 0 ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') say(USAGE);
  else if (options === 'list') list();
  else return check(options);
  return 0;
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  if (error instanceof UsageError) complain(`${error.message}\n\n${USAGE}`);
  else {
    const cause =
      error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    complain(`The endpoint could not be asked: ${(error as Error).message}${cause}`);
  }
}
