import type { Field } from '../../../../../contract/types.js';
import { limitOf } from '../../availability.js';
import { checkForm as faultsIn } from '../../writes/form.js';
import { checkGrant } from '../../grants/index.js';
import { timesOf } from '../../rules/multiply.js';
import type { ProgrammeDoc, RuleDoc } from '../file.js';
import { unknownId, type Check, type Report } from '../report.js';
import { checkLimit, checkRequires, checkStepRef, checkWindow } from './shared.js';
import { checkIds } from './units.js';

export const checkRules: Check = (doc, report) => {
  for (const [index, rule] of doc.rules.entries()) {
    const at = `rules[${index}]`;
    const fromOrder = rule.trigger === 'purchase';
    for (const [place, grant] of rule.grants.entries()) {
      checkGrant(grant, { doc, path: `${at}.grants[${place}]`, report, fromOrder });
    }
    for (const [place, measure] of (rule.measures ?? []).entries()) {
      const path = `${at}.measures[${place}]`;
      checkGrant({ kind: 'unit', ...measure }, { doc, path, report, fromOrder });
      checkMetric(doc.units, measure.amount?.unit ?? measure.rate?.give.unit, path, report);
    }
    for (const [place, step] of (rule.steps ?? []).entries()) {
      checkStepRef(doc, step, `${at}.steps[${place}]`, report);
    }
    if (rule.steps && !rule.grants.some((grant) => grant.kind === 'unit' && grant.rate)) {
      report(`${at}.steps`, 'only rates are multiplied, and this rule has none');
    }
    checkMultiplies(doc, rule, at, report);
    checkQuiz(doc, rule, at, report);
    checkLimit(rule.limit, `${at}.limit`, report);
    checkRepeats(rule, at, report);
    checkWindow(rule.window, doc, `${at}.window`, report);
    checkRequires(doc, rule.requires, `${at}.requires`, report);
    checkCta(rule, at, report);
  }
};

/** What a multiplying rule multiplies must be there, and give something of its own. */
function checkMultiplies(doc: ProgrammeDoc, rule: RuleDoc, at: string, report: Report): void {
  const isMultiplying = timesOf(rule) !== undefined;
  if (rule.multiplies && !isMultiplying) {
    report(`${at}.multiplies`, 'this rule multiplies nothing: give "times" in a grant');
  }
  if (!isMultiplying) return;
  const others = doc.rules.filter(
    (other) => other.trigger === 'purchase' && timesOf(other) === undefined,
  );
  const ids = others.map(({ id }) => id);
  for (const [index, id] of (rule.multiplies ?? []).entries()) {
    if (!ids.includes(id)) {
      report(`${at}.multiplies[${index}]`, unknownId('purchase rule', id, ids));
    }
  }
  const gives = others.some(({ grants }) => grants.some((one) => one.kind === 'unit' && one.rate));
  if (!rule.multiplies && !gives) {
    report(`${at}.grants`, 'there is no purchase rule with a rate that could be multiplied');
  }
}

function checkMetric(
  units: readonly { readonly id: string; readonly kind: string }[],
  id: string | undefined,
  path: string,
  report: Report,
): void {
  const unit = units.find((candidate) => candidate.id === id);
  if (unit && unit.kind !== 'metric') {
    report(path, `"${unit.id}" is no metric; what a member gets stands in "grants"`);
  }
}

/** What only the shopper's press can do, and what a press cannot do. */
function checkCta({ cta, confirm, trigger }: RuleDoc, at: string, report: Report): void {
  if (confirm !== 'client' && confirm !== 'server') {
    report(`${at}.confirm`, unknownId('way to confirm', confirm, ['client', 'server']));
  }
  if (cta.kind === 'form' && confirm !== 'client') {
    report(`${at}.confirm`, 'a form is sent by the shopper: "confirm" is "client"');
  }
  if (trigger === 'purchase' && confirm === 'client') {
    report(`${at}.confirm`, 'a purchase is confirmed by the shop: "confirm" is "server"');
  }
  if (cta.kind === 'link' && cta.url === undefined) {
    report(`${at}.cta.url`, 'a link needs an address');
  }
  if (cta.kind === 'form') checkForm(cta.form ?? [], `${at}.cta.form`, report);
}

/** What members bring about by themselves in the profile, without a word of the shop. */
const OWN_DOING: readonly string[] = ['newsletter', 'profile'];

/** Whoever decides alone that something was done would be paid for it without end. */
function checkRepeats(rule: RuleDoc, at: string, report: Report): void {
  const { confirm, trigger, quiz, grants, measures = [] } = rule;
  const isOwnDoing = confirm === 'client' || OWN_DOING.includes(trigger);
  // What brings nothing may be sent as often as somebody likes.
  if (grants.length + measures.length === 0) return;
  // Joining and birthdays have a limit whatever the file says, and a quiz has a sentence of its own.
  if (!isOwnDoing || limitOf(rule) || quiz || trigger === 'purchase') return;
  report(
    `${at}.limit`,
    'a shopper can do this again and again, so it needs a limit, such as {"count": 1, "per": "once"}',
  );
}

function checkForm(fields: readonly Field[], path: string, report: Report): void {
  if (fields.length === 0) report(path, 'a form needs a question');
  checkIds(fields, path, report);
  for (const [index, { type, options = [], min, max }] of fields.entries()) {
    const at = `${path}[${index}]`;
    if (type.startsWith('choice') && options.length === 0) {
      report(`${at}.options`, 'a choice needs something to choose');
    }
    if (min !== undefined && max !== undefined && min > max) report(at, '"min" is above "max"');
  }
}

/** Right answers that can be given, and results that can be reached. */
function checkQuiz(doc: ProgrammeDoc, rule: RuleDoc, at: string, report: Report): void {
  const { quiz, cta, limit } = rule;
  if (!quiz) return;
  const fields = cta.kind === 'form' ? (cta.form ?? []) : [];
  const asked = fields.map(({ id }) => id);
  const right = Object.entries(quiz.right);
  if (right.length === 0) report(`${at}.quiz.right`, 'a quiz has a right answer');
  for (const [id, answer] of right) {
    const path = `${at}.quiz.right.${id}`;
    const field = fields.find((one) => one.id === id);
    if (!field) report(path, unknownId('question', id, asked));
    else if (faultsIn([field], { [id]: answer }).length > 0) {
      report(path, 'nobody can give this answer to that question');
    }
  }
  if (!limit) report(`${at}.limit`, 'without a limit everyone would answer until it is right');
  for (const [index, { from, grants }] of quiz.results.entries()) {
    const path = `${at}.quiz.results[${index}]`;
    if (from > right.length) {
      report(`${path}.from`, `there are ${right.length} right answers, so nobody reaches ${from}`);
    }
    for (const [place, grant] of grants.entries()) {
      checkGrant(grant, { doc, path: `${path}.grants[${place}]`, report, fromOrder: false });
    }
  }
}
