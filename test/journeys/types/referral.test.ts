import { expect, test } from './support/stage.js';

test('a friend who orders pays both and climbs the ladder', async ({ open }) => {
  const stage = await open({ programme: 'ambassadors', at: '2026-03-04T10:00:00+01:00' });
  const { shop, page, panel } = stage;
  await stage.open('referral');
  await expect(panel.dialog.locator('[part~=referral]').first()).toContainText('Für deine Freunde');
  const { code } = (await shop.ledger()).me.referral ?? { code: '' };
  expect(code).not.toBe('');
  const visit = (member: string | null) => {
    shop.member = member;
    return page.goto(`${shop.origin}/?ref=${code}&block=loyalty-referral`);
  };
  const block = page.locator('main loyalty-referral');
  const take = block.getByRole('button', { name: 'Annehmen' });

  // Who opens their own link is no friend of theirs: nothing is offered, and the endpoint refuses.
  await visit('c_ida');
  await expect(block.getByText('Für deine Freunde')).toBeVisible();
  await expect(take).toHaveCount(0);
  const own = await shop.tell(
    {
      type: 'order.paid',
      order: { id: 'own', currency: 'EUR', total: 9_000, lines: [], codes: [] },
      referral: code,
    },
    'c_ida',
  );
  expect(own.refusedReferral).toBe(true);

  await stage.turn('2026-03-05T10:00:00+01:00');
  await visit(null);
  await block.getByRole('button', { name: 'Zeig mir, was ich bekomme' }).click();
  await expect(block).toContainText(/20.€ Rabatt/);
  // The friend joins, and takes what the link promised.
  await shop.tell({ type: 'member.joined', name: 'Ben' }, 'c_ben');
  await visit('c_ben');
  await take.click();
  await expect(block).toContainText('Jetzt gehört es dir.');
  const friend = await shop.ledger('c_ben');
  expect(friend.vouchers[0]).toMatchObject({ status: 'ready', source: { kind: 'referral' } });

  const before = await shop.ledger('c_ida');
  expect(before.me.referral?.friends?.map(({ state }) => state)).toEqual(['joined']);
  // Too small an order is no sign of a friend.
  await shop.order(4_900, {}, 'c_ben');
  expect((await shop.ledger('c_ida')).me.referral?.stats).toMatchObject({ completed: 0 });
  await shop.order(8_900, {}, 'c_ben');
  const after = await shop.ledger('c_ida');
  expect(after.has('spoke') - before.has('spoke')).toBe(1_500);
  expect(after.me.referral?.stats).toMatchObject({ joined: 1, completed: 1 });
  expect(after.track('ladder').step).toBe('f1');
  expect(after.vouchers[0]).toMatchObject({
    title: 'Eine Messingglocke',
    source: { kind: 'track' },
  });

  shop.member = 'c_ida';
  await stage.visit('loyalty-referral track=ladder');
  await expect(block).toContainText('Ben');
  await expect(block).toContainText('ihr habt beide etwas bekommen');
  await expect(block).toContainText('Die erste Freundin');
});
