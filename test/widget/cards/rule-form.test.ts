import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Answer, Field, Outcome, Rule, RuleState } from '../../../src/contract/types.js';
import '../../../src/widget/cards/rule-card.js';
import '../../../src/widget/cards/rule-form.js';
import type { RuleForm } from '../../../src/widget/cards/rule-form.js';
import { CompleteRequestEvent } from '../../../src/widget/events/requests.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { program, redeemResult } from '../support/documents.js';
import { refused } from '../support/fails.js';
import { rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const fields: Field[] = [
  { id: 'score', type: 'nps', label: 'Recommend?', required: true },
  { id: 'stars', type: 'rating', label: 'Stars' },
  { id: 'how', type: 'choice', label: 'How?', options: [{ value: 'web', label: 'Web' }] },
  {
    ...{ id: 'what', type: 'choices', label: 'What?' },
    options: ['tea', 'coffee'].map((value) => ({ value, label: value })),
  },
  { id: 'when', type: 'date', label: 'When?' },
  { id: 'why', type: 'text', label: 'Why?', max: 500 },
  { id: 'ok', type: 'consent', label: 'You may quote me' },
];

describe('the questions of a survey', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));

  const show = (questions: Field[] = fields): Promise<RuleForm> =>
    shown('loyalty-rule-form', { loc, fields: questions });
  const send = (form: RuleForm) => button(form, say('earn.send')).click();
  const answersOf = async (form: RuleForm): Promise<Record<string, Answer>> => {
    const sent = oneEvent<CustomEvent<Record<string, Answer>>>(form, 'loyalty-answers');
    send(form);
    return (await sent).detail;
  };

  it('that must be answered are named, with the focus on the first, and nothing is sent', async () => {
    const form = await show();
    let sent = 0;
    form.addEventListener('loyalty-answers', () => sent++);
    send(form);
    await rendered(form);
    const error = find(form, '#error-score');
    expect(textOf(error)).to.equal(say('earn.required'));
    const first = find(form, '[name=score]');
    expect(hasFocus(first)).to.equal('focused');
    expect(first.getAttribute('aria-describedby')).to.equal('error-score');
    expect(sent).to.equal(0);
  });

  it('are answered by keyboard, arrow by arrow', async () => {
    const form = await show();
    find(form, '[name=score]').focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(await answersOf(form)).to.deep.equal({ score: 2, ok: false });
  });

  it('are sent as numbers, lists, texts and consents', async () => {
    const form = await show();
    for (const name of ['score', 'stars', 'how', 'what', 'ok']) {
      all<HTMLInputElement>(form, `[name=${name}]`).at(-1)!.click();
    }
    find<HTMLInputElement>(form, '[name=when]').value = '2026-11-22';
    find<HTMLTextAreaElement>(form, '[name=why]').value = '  Good tea  ';
    expect(await answersOf(form)).to.deep.equal({
      ...{ score: 10, stars: 5, how: 'web', what: ['coffee'], when: '2026-11-22' },
      ...{ why: 'Good tea', ok: true },
    });
  });

  it('that ask for consent must be consented to where that is required', async () => {
    const form = await show([{ id: 'ok', type: 'consent', label: 'Yes', required: true }]);
    send(form);
    await rendered(form);
    expect(!!maybe(form, '#error-ok')).to.be.true;
  });

  it('of spaces alone are no answer', async () => {
    const form = await show([{ id: 'why', type: 'text', label: 'Why?', required: true }]);
    find<HTMLTextAreaElement>(form, '[name=why]').value = '   ';
    send(form);
    await rendered(form);
    expect(!!maybe(form, '#error-why')).to.be.true;
  });

  it('keep what was typed when one answer was missing', async () => {
    const form = await show();
    find<HTMLTextAreaElement>(form, '[name=why]').value = 'Tea';
    send(form);
    await rendered(form);
    expect(find<HTMLTextAreaElement>(form, '[name=why]').value).to.equal('Tea');
  });

  it('of kinds and limits that make no sense are still a form', async () => {
    const form = await show([
      { id: 'a', type: 'hologram', label: 'A' },
      { id: 'b', type: 'nps', label: 'B', min: 5, max: -5 },
      { id: 'c', type: 'rating', label: 'C', max: 2 ** 52 },
      { id: 'd', type: 'choice', label: 'D' },
      { id: '"]x', type: 'text', label: 'E', required: true },
    ]);
    send(form);
    await rendered(form);
    expect(saidBy(form)).not.to.match(JUNK);
    expect(all(form, '[name=c]')).to.have.length(11);
  });
});

describe('a way to earn', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));
  const [buy, nps, birthday] = program().rules as [Rule, Rule, Rule];

  const show = (rule: Rule, availability?: RuleState['availability']) =>
    shown('loyalty-rule-card', {
      loc,
      program: program(),
      rule,
      ruleState: availability && { rule: rule.id, availability },
    });

  const states: [rule: Rule, availability: RuleState['availability'] | undefined, words: string][] =
    [
      [buy, { state: 'available' }, '1 leaf per €1 + 1 stamp'],
      [nps, { state: 'available' }, 'Answer'],
      [nps, { state: 'used-up' }, say('earn.done')],
      [
        nps,
        { state: 'cooldown', at: '2026-12-24T12:00:00Z' },
        say('earn.again', { day: 'Dec 24' }),
      ],
      [
        nps,
        { state: 'locked', step: { track: 'vip', step: 'oak' } },
        say('reward.locked', { step: 'Oak' }),
      ],
      [nps, { state: 'locked' }, say('reward.lockedOther')],
      [nps, { state: 'quantum' }, say('reward.unavailable')],
      [birthday, { state: 'profile', text: 'Add your birthday' }, 'Add your birthday'],
      [birthday, undefined, say('limit.year', { n: 1 })],
    ];
  for (const [rule, availability, words] of states) {
    it(`${rule.id} ${availability?.state ?? 'for a guest'}: “${words}”`, async () => {
      const card = await show(rule, availability);
      expect(textOf(card)).to.contain(words);
      expect(saidBy(card)).not.to.match(JUNK);
    });
  }

  const answer = async (outcome: () => Promise<Outcome>) => {
    const card = await show(nps, { state: 'available' });
    const asked: unknown[] = [];
    card.addEventListener(CompleteRequestEvent.type, (event) => {
      asked.push(event.detail);
      event.respondWith(outcome());
    });
    button(card, 'Answer').click();
    await rendered(card);
    all<HTMLInputElement>(card, '[name=score]')[9]!.click();
    button(card, say('earn.send')).click();
    await rendered(card);
    return { card, asked };
  };

  it('thanks for an answer with what the server credited', async () => {
    const { changes } = redeemResult();
    changes.activity![0]!.amounts = [{ unit: 'pts', value: 50 }];
    const { card, asked } = await answer(() => Promise.resolve({ changes }));
    expect(asked).to.deep.equal([{ ruleId: 'nps', answers: { score: 9 } }]);
    expect(textOf(find(card, '[role=status]'))).to.equal(
      say('earn.thanks', { amounts: '50 leaves' }),
    );
  });

  it('keeps the form and says why when it failed', async () => {
    const { card } = await answer(() => Promise.reject(refused('validation-failed', 422)));
    expect(textOf(find(card, '[role=alert]'))).to.equal(say('error.form'));
    expect(all<HTMLInputElement>(card, '[name=score]')[9]!.checked).to.be.true;
  });

  it('without a form is collected by one press', async () => {
    const rule: Rule = { ...nps, cta: { kind: 'complete', label: 'I was there' } };
    const card = await show(rule, { state: 'available' });
    const asked = oneEvent<CompleteRequestEvent>(card, CompleteRequestEvent.type);
    button(card, 'I was there').click();
    expect((await asked).detail).to.deep.equal({ ruleId: 'nps' });
  });
});
