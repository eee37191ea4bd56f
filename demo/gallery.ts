import { html } from 'hono/html';
import { memberStates } from './presets.js';
import { pickerWords, type Offer } from './picker.js';
import type { Html } from './shop/art/ink.js';
import { layout } from './shop/layout.js';
import type { Visit } from './shop/visit.js';

const texts = {
  de: {
    title: 'Alle Programme',
    lead: 'Jedes ist eine Datei. Such dir eines aus und sieh es mit den Augen von fünf Menschen.',
    as: (kind: string) => `${kind} ansehen als`,
  },
  en: {
    title: 'All programmes',
    lead: 'Each one is a file. Choose one and see it through the eyes of five people.',
    as: (kind: string) => `See ${kind} as`,
  },
};

/** A programme with the shop's own sign beside it. */
export interface Exhibit extends Offer {
  readonly logo: Html;
}

/** Every programme of the demo with one line about it. */
export function galleryPage(exhibits: readonly Exhibit[], visit: Visit): Html {
  const { lang } = visit;
  const t = texts[lang];
  const { states } = pickerWords(lang);
  return layout(visit, {
    title: t.title,
    main: html`<div class="page-head">
        <h1>${t.title}</h1>
        <p class="lead">${t.lead}</p>
      </div>
      <ul class="gallery">
        ${exhibits.map(
          ({ name, shop, kind, about, logo }) =>
            html`<li>
              ${logo}
              <div>
                <h2><a href="/?programme=${name}">${kind[lang]}</a></h2>
                <p class="small">${shop}</p>
                <p>${about[lang]}</p>
                <ul aria-label="${t.as(kind[lang])}">
                  ${memberStates.map(
                    (state) =>
                      html`<li>
                        <a href="/?programme=${name}&amp;member=${state}">${states[state]}</a>
                      </li>`,
                  )}
                </ul>
              </div>
            </li>`,
        )}
      </ul>`,
  });
}
