import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { publishableKey } from './endpoint.js';
import { galleryPage, type Exhibit } from './gallery.js';
import { pickerBar } from './picker.js';
import type { Preset } from './presets.js';
import { createShop } from './shop/app.js';
import { oak } from './shop/oak.js';
import type { ShopOptions } from './shop/options.js';
import type { Shop } from './shop/shop.js';
import { iconOf, logoOf } from './storefront/logo.js';
import type { Skin } from './storefront/skin.js';
import { storefront } from './storefront/storefront.js';
import { styleOf } from './storefront/style.js';

/** All shops of the demo behind one address; `?programme=` says which, and is remembered. */

const COOKIE = 'demo_programme';

type Surroundings = Omit<ShopOptions, 'shop' | 'bar' | 'endpointUrl'> & {
  presets: ReadonlyMap<string, Preset>;
  /** Where the endpoint is mounted: `http://…/loyalty/v1`. */
  endpointBase: string;
};

const oakExhibit: Exhibit = {
  name: 'oak',
  shop: 'Oak & Ember',
  kind: { de: 'Punkte, Stufen und Spiele', en: 'Points, levels and games' },
  about: {
    de: 'Eine Rösterei mit allem zugleich: Blätter sammeln, Stufen erreichen, Stempel, Serien, ein Rad.',
    en: 'A roastery with all of it at once: leaves to collect, levels to reach, stamps, streaks, a wheel.',
  },
  logo: oak.look.logo,
};

const exhibitOf = (name: string, skin: Skin): Exhibit => ({
  name,
  shop: skin.name,
  kind: skin.kind,
  about: skin.about,
  logo: logoOf(skin),
});

/** Opens every shop. They are cheap: what costs is the programme, and that starts when it is asked. */
export function createShops({ presets, endpointBase, ...options }: Surroundings): Hono {
  const dressed = [...presets.values()].flatMap(({ skin, ...preset }) =>
    skin ? [{ skin, preset }] : [],
  );
  const exhibits = [oakExhibit, ...dressed.map(({ preset, skin }) => exhibitOf(preset.name, skin))];
  const open = (shop: Shop): ReturnType<typeof createShop> =>
    createShop({
      ...options,
      shop: { ...shop, pages: { ...shop.pages, '/programmes': (v) => galleryPage(exhibits, v) } },
      bar: (visit) => pickerBar(exhibits, visit),
      endpointUrl: `${endpointBase}/${publishableKey(shop.name)}`,
    });
  const flagship = open(oak);
  const shops = new Map(
    dressed.map(({ preset, skin }) => [preset.name, open(storefront(preset, skin))]),
  ).set(oak.name, flagship);

  const app = new Hono();
  for (const { preset, skin } of dressed) {
    app.get(`/skins/${preset.name}.css`, (c) => asset(c, styleOf(skin), 'text/css'));
    app.get(`/skins/${preset.name}.svg`, async (c) =>
      asset(c, await iconOf(skin), 'image/svg+xml'),
    );
  }

  app.all('*', async (c) => {
    const wanted = c.req.query('programme') ?? '';
    const kept = getCookie(c, COOKIE) ?? '';
    const isNamed = shops.has(wanted);
    const name = isNamed ? wanted : kept;
    const response = await (shops.get(name) ?? flagship).fetch(c.req.raw);
    // The widget of another tab names its programme too; only a page that is opened moves the visitor.
    if (!isNamed || wanted === kept || c.req.path.startsWith('/demo/')) return response;
    const answer = new Response(response.body, response);
    answer.headers.append('Set-Cookie', `${COOKIE}=${wanted}; Path=/; HttpOnly; SameSite=Lax`);
    return answer;
  });
  return app;
}

const asset = (
  c: { body: (text: string, status: 200, headers: Record<string, string>) => Response },
  text: string,
  type: string,
): Response =>
  c.body(text, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'public, no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
