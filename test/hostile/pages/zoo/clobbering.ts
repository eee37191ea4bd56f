import { shop, type HostilePage } from '../support/page.js';

/** Names that some script reads from the page, among them all that Lit does. */
const IDS = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litHtmlPolyfillSupport',
  'litElementPolyfillSupport',
  'litElementHydrateSupport',
  'reactiveElementPolyfillSupport',
  'litPropertyMetadata',
  'litNonce',
  'litIssuedWarnings',
  'ShadyCSS',
  'ShadyDOM',
  'trustedTypes',
  'JSCompiler_renameProperty',
  'requestIdleCallback',
  'scheduler',
  'loyalty',
  'loyaltyWidget',
  'loyaltyConfig',
  'fetch',
  'customElements',
  'process',
];

/** These an image takes from `document`, whatever the browser has there. */
const NAMES = ['currentScript', 'head', 'body', 'activeElement', 'readyState', 'visibilityState'];

/** Text of a content management system, or of a review, that kept `id` and `name`. */
export default {
  title: 'elements are named like what scripts read from the page',
  html: (place) =>
    shop(place, {
      body:
        '<div style="position:absolute; opacity:0">' +
        IDS.map((id) => `<a id="${id}" href="https://evil.example/${id}"></a>`).join('') +
        NAMES.map((name) => `<img name="${name}" alt="">`).join('') +
        '<form id="loyalty-widget"><input name="endpoint" value="https://evil.example/"></form></div>',
    }),
} satisfies HostilePage;
