import type { CompleteRequest } from '../../../../contract/types.js';
import { Refusal } from '../../../engine.js';
import { readFacts, ruleAvailability } from '../availability.js';
import type { RuleDoc } from '../programme/programme.js';
import { doRule } from '../rules/do-rule.js';
import { advance } from '../tracks/advance.js';
import { checkForm } from './form.js';
import { demand, sentence, type Session } from './session.js';

/** A member says that a rule was done, or sends its form. */
export async function complete(
  session: Session,
  id: string,
  request: CompleteRequest,
): Promise<void> {
  const { account, now, locale } = session;
  const rule = account.programme.rules.get(id);
  if (!rule) throw new Refusal('not-found', sentence(session, 'no.rule'));
  if (rule.confirm !== 'client') {
    throw new Refusal('not-eligible', sentence(session, 'no.client'));
  }
  const ref = await refOf(session, rule, request.ref);
  const facts = await readFacts(account, now);
  demand(session, ruleAvailability(account, rule, facts, locale, ref?.id ?? null));
  checkAnswers(session, rule, request);
  await doRule(account, rule, { at: now, ref, cause: null, answers: request.answers });
  await advance(account, now, null);
}

/** For a rule per order: the order that was named, or the newest one. It must be the member's own. */
async function refOf(
  session: Session,
  rule: RuleDoc,
  ref: string | undefined,
): Promise<{ kind: string; id: string } | null> {
  const { tx, member } = session.account;
  if (rule.limit?.per !== 'order') return ref === undefined ? null : { kind: 'ref', id: ref };
  // Pages may name an order as shops write it in links, `order_1042`.
  const id = ref?.replace(/^order[_-]/, '');
  const order = id === undefined ? await tx.orders.latest(member.id) : await tx.orders.find(id);
  if (order?.member === member.id) return { kind: 'order', id: order.id };
  if (ref === undefined) return null;
  const detail = sentence(session, 'no.choice');
  throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/ref' }] });
}

function checkAnswers(session: Session, rule: RuleDoc, { answers = {} }: CompleteRequest): void {
  const fields = rule.cta.form ?? [];
  // Not one by one: a page can send thousands, and the refusal is stored with its key.
  if (Object.keys(answers).length > fields.length) {
    const detail = sentence(session, 'field.unknown');
    throw new Refusal('validation-failed', sentence(session, 'no.form'), {
      errors: [{ detail, pointer: '/answers' }],
    });
  }
  const faults = checkForm(fields, answers);
  if (faults.length === 0) return;
  throw new Refusal('validation-failed', sentence(session, 'no.form'), {
    errors: faults.map(({ fault, field, min, max }) => ({
      detail: sentence(session, `field.${fault}`, { min: min ?? '', max: max ?? '' }),
      pointer: `/answers/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    })),
  });
}
