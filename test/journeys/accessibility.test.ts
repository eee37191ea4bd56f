import { audit } from './support/axe.js';
import { Panel, untilAnswerable } from './support/panel.js';
import { newMember, tellShop } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

// The audit is brought in from outside, which the shop's policy rightly refuses to everybody else.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

for (const member of ['guest', 'near', 'rich']) {
  test(`the shop's pages have no barriers that a machine can find, as ${member}`, async ({
    page,
  }) => {
    const response = await page.request.post('/cart/add', {
      form: { product: 'ember', choice: '250', grind: 'bean', qty: '1' },
    });
    expect(response.ok()).toBe(true);
    for (const path of ['/', '/products/ember', '/cart', '/account']) {
      await page.goto(`${path}?member=${member}&lang=de`);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('.bone')).toHaveCount(0);
      await audit(page, path);
    }
  });
}

test('the panel has no barriers that a machine can find, whatever it shows to a member', async ({
  page,
}) => {
  test.slow();
  const member = await newMember(2000);
  const total = 4290;
  const line = { product: 'ember', collections: ['coffee'], qty: 1, total };
  const order = { id: `o_${member}`, currency: 'EUR', total, lines: [line], codes: [] };
  await tellShop({ type: 'order.paid', member, order });
  await signIn(page, member);
  await page.goto('/');
  const panel = new Panel(page);
  const auditPanel = (what: string) => audit(page, what, 'loyalty-widget');

  await panel.open();
  await auditPanel('home');
  await panel.show('rewards');
  await auditPanel('rewards');
  const yes = await panel.ask();
  await auditPanel('the question');
  await untilAnswerable(page);
  await yes.click();
  await expect(panel.code).toBeVisible();
  await auditPanel('the code');
  await panel.show('earn');
  await panel.dialog.getByRole('button', { name: 'Antworten' }).click();
  await panel.dialog.getByRole('button', { name: 'Absenden' }).click();
  await expect(panel.dialog.getByText('Bitte beantworte diese Frage.')).toBeVisible();
  await auditPanel('earn with the survey open');
  await panel.show('vouchers');
  await auditPanel('vouchers');
  await panel.show('activity');
  await auditPanel('activity');
});

test('the panel has no barriers that a machine can find for a guest', async ({ page }) => {
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open();
  for (const view of ['home', 'rewards', 'earn'] as const) {
    await panel.show(view);
    await audit(page, view, 'loyalty-widget');
  }
});
