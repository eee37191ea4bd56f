import { openBasket } from '../basket.js';
import { addItem, maxQuantity, priceCart, setQuantity } from '../cart.js';
import type { Deps, ShopApp } from '../deps.js';
import { readForm, wholeNumber } from '../form.js';
import { cartPage, outcomeWords } from '../pages/cart.js';
import { variantId, variantOf } from '../products.js';
import { type Visit, leaveFlash, takeFlash } from '../visit.js';
import { checkVoucher, normaliseCode } from '../vouchers.js';

/** Codes on one order; more is a sign that somebody is guessing. */
const maxCodes = 3;

const nameOf = (id: string, { lang, shop }: Visit): string =>
  shop.product(id) ? shop.text(id, lang).name : id;

/** Checks a code, notes it in the session and says what it does. */
async function applyCode(typed: string, visit: Visit, { client, shop }: Deps): Promise<void> {
  const { session, member, t } = visit;
  const code = normaliseCode(typed);
  if (code === '') return leaveFlash(visit, 'bad', t.cart.codeMissing);
  if (session.codes.includes(code)) return leaveFlash(visit, 'info', t.cart.codeTwice(code));
  if (session.codes.length >= maxCodes) return leaveFlash(visit, 'bad', t.cart.codeTooMany);

  const check = await checkVoucher(client, code, member?.id ?? null);
  if (!check.ok) return leaveFlash(visit, 'bad', t.cart.refusals[check.refusal]);

  const { grant } = check.voucher;
  const product = grant.kind === 'product' ? shop.product(grant.product) : undefined;
  if (product && !session.cart.some((item) => item.product === product.id)) {
    // A gift that can only be one thing need not be looked for in the shop.
    const variant = variantId(product.choices[0].id, product.ground ? 'bean' : null);
    session.cart = addItem(session.cart, { product: product.id, variant, qty: 1 });
  }

  session.codes = [...session.codes, code];
  const [priced] = priceCart(shop.product, session.cart, [check.voucher]).codes;
  const counts = priced?.outcome.kind === 'off' || priced?.outcome.kind === 'shipping';
  if (counts || !priced) leaveFlash(visit, 'good', t.cart.codeApplied(code));
  else leaveFlash(visit, 'info', t.cart.codeKept(code, outcomeWords(priced, visit)));
}

/** The cart and everything that changes it. */
export function cartRoutes(app: ShopApp, deps: Deps): void {
  const { shop } = deps;
  app.get('/cart', async (c) => {
    const visit = c.get('visit');
    const { cart, lost } = await openBasket(visit, deps);
    takeFlash(visit);
    if (lost.length > 0) visit.flash = { tone: 'info', text: lost.join(' ') };
    return c.html(cartPage(cart, visit));
  });

  app.post('/cart/add', async (c) => {
    const visit = c.get('visit');
    const { session, t } = visit;
    const field = await readForm(c);
    const product = shop.product(field('product'));
    const qty = wholeNumber(field('qty') || '1', 1, maxQuantity);
    const variant = variantId(field('choice'), product?.ground ? field('grind') || 'bean' : null);
    if (!product || qty === null || !variantOf(product, variant)) {
      leaveFlash(visit, 'bad', t.product.unavailable);
      return c.redirect(product ? `/products/${product.id}` : '/', 303);
    }
    session.cart = addItem(session.cart, { product: product.id, variant, qty });
    leaveFlash(visit, 'good', t.product.added(nameOf(product.id, visit)));
    return c.redirect('/cart', 303);
  });

  app.post('/cart/quantity', async (c) => {
    const visit = c.get('visit');
    const { session, t } = visit;
    const field = await readForm(c);
    const qty = wholeNumber(field('qty'), 0, maxQuantity);
    if (qty !== null) {
      session.cart = setQuantity(session.cart, field('product'), field('variant'), qty);
      leaveFlash(visit, 'good', t.cart.changed);
    }
    return c.redirect('/cart', 303);
  });

  app.post('/cart/remove', async (c) => {
    const visit = c.get('visit');
    const { session, t } = visit;
    const field = await readForm(c);
    const product = field('product');
    session.cart = setQuantity(session.cart, product, field('variant'), 0);
    if (shop.product(product)) leaveFlash(visit, 'good', t.cart.removed(nameOf(product, visit)));
    return c.redirect('/cart', 303);
  });

  app.post('/cart/code', async (c) => {
    const field = await readForm(c);
    await applyCode(field('code'), c.get('visit'), deps);
    return c.redirect('/cart', 303);
  });

  // The widget's "Apply" is a link, so this one change comes by GET. Applying twice is harmless.
  app.get('/cart/apply', async (c) => {
    await applyCode(c.req.query('code') ?? '', c.get('visit'), deps);
    return c.redirect('/cart', 303);
  });

  app.post('/cart/code/remove', async (c) => {
    const { session } = c.get('visit');
    const field = await readForm(c);
    session.codes = session.codes.filter((code) => code !== field('code'));
    return c.redirect('/cart', 303);
  });
}
