import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { icons } from '../art/marks.js';
import { layout } from '../layout.js';
import type { Member } from '../members.js';
import type { Order } from '../orders.js';
import type { Visit } from '../visit.js';

const personCard = (member: Member, { t, shop }: Visit): Html =>
  html`<li class="person">
    <div class="person-face">${shop.portrait(member)}</div>
    <h2>${member.name}</h2>
    <p>${t.account.people(member.key)}</p>
    <form method="post" action="/account/sign-in">
      <input type="hidden" name="member" value="${member.key}" />
      <button class="button button-quiet">${t.account.signInAs(member.name)}</button>
    </form>
  </li>`;

/** The account page of somebody who is not signed in: choose who you are. */
export function signInPage(visit: Visit): Html {
  const { t, shop } = visit;
  return layout(visit, {
    title: t.nav.signIn,
    main: html`<div class="page-head">
        <h1>${t.account.titleGuest}</h1>
        <p class="lead">${t.account.leadGuest}</p>
      </div>
      <ul class="people">
        ${shop.members.map((member) => personCard(member, visit))}
      </ul>`,
  });
}

const orderList = (orders: readonly Order[], { t, money }: Visit): Html =>
  orders.length === 0
    ? html`<p>${t.account.noOrders}</p>`
    : html`<ul class="orders">
        ${orders.map(
          ({ id, cart, state }) =>
            html`<li>
              <a href="/orders/${id}">${t.account.order(id)}</a>
              <span>${state === 'returned' ? t.account.returned : money(cart.total)}</span>
            </li>`,
        )}
      </ul>`;

/** The account page of a member: the widget's blocks, and what only the shop knows. */
export function accountPage(
  member: Member,
  orders: readonly Order[],
  isCheckedIn: boolean,
  visit: Visit,
): Html {
  const { t, shop } = visit;
  return layout(visit, {
    title: t.nav.account,
    main: html`<div class="page-head account-head">
        <div class="person-face">${shop.portrait(member)}</div>
        <div>
          <h1>${t.account.title(member.name)}</h1>
          <p class="lead">${t.account.lead}</p>
        </div>
        <form method="post" action="/account/sign-out">
          <button class="button button-quiet">${t.account.signOut}</button>
        </form>
      </div>
      <div class="account">
        <div class="account-main">
          <section aria-label="${t.account.level}"><loyalty-tier></loyalty-tier></section>
          <section aria-label="${t.account.challenges}">
            <loyalty-challenges></loyalty-challenges>
          </section>
          <section aria-label="${t.account.vouchers}">
            <loyalty-vouchers></loyalty-vouchers>
          </section>
          <section aria-label="${t.account.activity}">
            <loyalty-activity></loyalty-activity>
          </section>
        </div>
        <div class="account-side">
          <section class="panel" aria-labelledby="check-in-title">
            <h2 id="check-in-title">${t.account.checkInTitle}</h2>
            <p>${t.account.checkInLead}</p>
            ${
              isCheckedIn
                ? html`<p class="done">${icons.check} ${t.account.checkedIn}</p>`
                : html`<form method="post" action="/account/check-in">
                    <button class="button button-wide">${t.account.checkIn}</button>
                  </form>`
            }
          </section>
          <section class="panel" aria-labelledby="orders-title">
            <h2 id="orders-title">${t.account.orders}</h2>
            ${orderList(orders, visit)}
          </section>
          <loyalty-goal></loyalty-goal>
        </div>
      </div>`,
  });
}
