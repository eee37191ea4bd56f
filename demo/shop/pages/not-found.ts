import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { layout } from '../layout.js';
import type { Visit } from '../visit.js';

/** The page that is not there. */
export function notFoundPage(visit: Visit): Html {
  const { t, shop } = visit;
  return layout(visit, {
    title: t.notFound.title,
    main: html`<div class="blank">
      <div class="blank-picture field-sky">${shop.look.lost}</div>
      <h1>${t.notFound.title}</h1>
      <p class="lead">${t.notFound.lead}</p>
      <p><a class="button" href="/">${t.notFound.cta}</a></p>
    </div>`,
  });
}
