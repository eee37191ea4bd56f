import type { Result, Verdict } from './run.js';

/** What was found, for people and for machines. */

const MARKS: Readonly<Record<Verdict, string>> = {
  passed: 'ok  ',
  failed: 'FAIL',
  'not applicable': 'n/a ',
};

/** One line for a check; below it what was seen and what to do, where it failed. */
export function line({ check, verdict, because }: Result): string {
  const head = `  ${MARKS[verdict]} ${check.id.padEnd(20)} ${check.must}`;
  if (verdict === 'passed') return head;
  const indent = ' '.repeat(28);
  const seen = `${indent}${because}`;
  return verdict === 'failed'
    ? `${head}\n${seen}\n${indent}→ ${check.remedy} (contract, section ${check.section})`
    : `${head}\n${seen}`;
}

export const count = (results: readonly Result[], verdict: Verdict): number =>
  results.filter((result) => result.verdict === verdict).length;

/** The last line. */
export function summary(results: readonly Result[]): string {
  const failed = count(results, 'failed');
  const left = count(results, 'not applicable');
  const verdict =
    failed === 0 ? 'The endpoint keeps the contract' : 'The endpoint breaks the contract';
  const asked = left === 0 ? '' : `, ${left} could not be asked`;
  return `${verdict}: ${count(results, 'passed')} passed, ${failed} failed${asked}.`;
}

/** The report for machines: stable names, nothing of a token in it. */
export function report(url: string, results: readonly Result[]): object {
  return {
    contract: 'v1',
    endpoint: url,
    at: new Date().toISOString(),
    passed: count(results, 'passed'),
    failed: count(results, 'failed'),
    notApplicable: count(results, 'not applicable'),
    checks: results.map(({ topic, check: { id, section, must, remedy }, verdict, because }) => ({
      id,
      topic,
      section,
      must,
      verdict,
      ...(because ? { because } : {}),
      ...(verdict === 'failed' ? { remedy } : {}),
    })),
  };
}
