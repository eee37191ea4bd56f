import type { Deps, ShopApp } from '../deps.js';
import { readForm, wholeNumber } from '../form.js';
import { legalPage, legalPages } from '../pages/legal.js';
import { productPage } from '../pages/product.js';
import { leaveFlash, takeFlash } from '../visit.js';

/** Everything to look at, and the reviews people leave. */
export function browseRoutes(app: ShopApp, { shop, outbox, reviews, now }: Deps): void {
  app.get('/', (c) => {
    const visit = c.get('visit');
    takeFlash(visit);
    return c.html(shop.home(visit));
  });

  for (const [path, page] of Object.entries(shop.pages)) {
    app.get(path, (c) => {
      const visit = c.get('visit');
      takeFlash(visit);
      return c.html(page(visit));
    });
  }

  for (const page of legalPages) {
    app.get(`/${page}`, (c) => c.html(legalPage(page, c.get('visit'))));
  }

  app.get('/products/:id', (c) => {
    const product = shop.product(c.req.param('id'));
    if (!product) return c.notFound();
    const visit = c.get('visit');
    takeFlash(visit);
    return c.html(productPage(product, reviews.of(product.id), visit));
  });

  app.post('/products/:id/review', async (c) => {
    const visit = c.get('visit');
    const { member, lang, t } = visit;
    const product = shop.product(c.req.param('id'));
    if (!product) return c.notFound();
    if (!member) return c.redirect('/account', 303);

    const field = await readForm(c);
    const stars = wholeNumber(field('stars'), 1, 5);
    const text = field('text').slice(0, 600);
    if (stars === null || text.length < 10) {
      leaveFlash(visit, 'bad', t.product.reviewShort);
      return c.redirect(`/products/${product.id}`, 303);
    }
    reviews.add({ product: product.id, author: member.name, lang, stars, text });
    await outbox.send({
      id: `review-${product.id}-${member.id}`,
      type: 'review.published',
      at: now().toISOString(),
      member: member.id,
      product: product.id,
    });
    leaveFlash(visit, 'good', t.product.reviewThanks);
    return c.redirect(`/products/${product.id}`, 303);
  });
}
