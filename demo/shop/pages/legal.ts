import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { layout } from '../layout.js';
import type { Visit } from '../visit.js';

/** The pages of small print, by path. */
export const legalPages = ['imprint', 'terms', 'privacy', 'club-terms'] as const;
export type LegalPage = (typeof legalPages)[number];

/** Title and sections (heading, text) of each page. */
export type LegalTexts = Record<LegalPage, { title: string; sections: [string, string][] }>;

/** A page of small print, in large print. */
export function legalPage(page: LegalPage, visit: Visit): Html {
  const { title, sections } = visit.shop.legal[visit.lang][page];
  return layout(visit, {
    title,
    main: html`<div class="prose">
      <h1>${title}</h1>
      ${sections.map(
        ([heading, text]) =>
          html`<h2>${heading}</h2>
            <p>${text}</p>`,
      )}
      <p class="small">${visit.t.legal.updated}</p>
    </div>`,
  });
}
