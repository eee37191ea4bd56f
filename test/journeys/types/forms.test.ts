import { expect, test } from './support/stage.js';

test('how likely is it, from 0 to 10: the answer pays', async ({ open }) => {
  const stage = await open({ programme: 'surveys', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  await stage.open('earn');
  await panel.dialog.getByRole('button', { name: /^Antworten.*Eine Zahl/ }).click();
  await panel.dialog.getByRole('radio', { name: '9', exact: true }).check({ force: true });
  await panel.dialog.getByRole('textbox').fill('Leisere Wecker.');
  await panel.dialog.getByRole('button', { name: 'Absenden' }).click();
  await expect(panel.dialog.getByText(/^Danke! Gutgeschrieben: 25/)).toBeVisible();

  const { has, me } = await shop.ledger();
  expect(has('feather')).toBe(25);
  expect(me.rules.find(({ rule }) => rule === 'nps')?.availability.state).not.toBe('available');
  const answers = await shop.engine.answers!({ limit: 10 });
  expect(answers.items).toMatchObject([
    { member: 'c_ida', rule: 'nps', answers: { score: 9, why: 'Leisere Wecker.' } },
  ]);
});
