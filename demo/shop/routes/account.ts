import type { Deps, ShopApp } from '../deps.js';
import { readForm } from '../form.js';
import type { ShopEvent } from '../loyalty-events.js';
import type { Member } from '../members.js';
import { accountPage, signInPage } from '../pages/account.js';
import { viennaDay } from '../vienna.js';
import { leaveFlash, takeFlash } from '../visit.js';

const checkInEvent = (member: Member, at: Date): ShopEvent => ({
  id: `checkin-${member.id}-${viennaDay(at)}`,
  type: 'check-in',
  at: at.toISOString(),
  member: member.id,
});

/** Who is shopping, and what they do besides shopping. */
export function accountRoutes(app: ShopApp, { shop, outbox, orders, now }: Deps): void {
  const checkedIn = new Set<string>();

  app.get('/account', (c) => {
    const visit = c.get('visit');
    takeFlash(visit);
    const { member } = visit;
    if (!member) return c.html(signInPage(visit));
    const isCheckedIn = checkedIn.has(checkInEvent(member, now()).id);
    return c.html(accountPage(member, orders.ofMember(member.id), isCheckedIn, visit));
  });

  app.post('/account/sign-in', async (c) => {
    const visit = c.get('visit');
    const field = await readForm(c);
    const member = shop.member(field('member'));
    if (member) {
      visit.session.member = member.key;
      leaveFlash(visit, 'good', visit.t.account.signedIn(member.name));
    }
    return c.redirect('/account', 303);
  });

  app.post('/account/sign-out', (c) => {
    const visit = c.get('visit');
    visit.session.member = null;
    visit.session.orders = [];
    leaveFlash(visit, 'info', visit.t.account.signedOut);
    return c.redirect('/account', 303);
  });

  app.post('/account/check-in', async (c) => {
    const visit = c.get('visit');
    const { member, t } = visit;
    if (member) {
      const event = checkInEvent(member, now());
      checkedIn.add(event.id);
      const delivery = await outbox.send(event);
      const isThere = delivery === 'delivered';
      leaveFlash(
        visit,
        isThere ? 'good' : 'info',
        isThere ? t.account.checkedIn : t.account.checkInLater,
      );
    }
    return c.redirect('/account', 303);
  });
}
