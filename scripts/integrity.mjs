import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './steps.mjs';

/**
 * Writes down what was built: `integrity.json` with the hash of every file of `dist/cdn` (Subresource
 * Integrity, sha384), and `snippet.html`, the script tag with an import map that holds the chunks to
 * their hashes. A hash on the script tag alone says nothing about what it imports.
 */
const folder = `${root}dist/cdn/`;
/** Where the snippet's shop keeps the folder. */
const PLACE = '/loyalty/';

const files = readdirSync(folder, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => /\.(js|json)$/.test(path) && path !== 'integrity.json')
  .sort();
const hashOf = (path) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(folder + path))
    .digest('base64')}`;
const hashes = Object.fromEntries(files.map((path) => [path, hashOf(path)]));
writeFileSync(`${folder}integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`);

const chunks = files.filter((path) => path.startsWith('chunks/'));
const map = { integrity: Object.fromEntries(chunks.map((path) => [PLACE + path, hashes[path]])) };
writeFileSync(
  `${folder}snippet.html`,
  `<!-- Before the first module of the page; ${PLACE} is where the folder lies. -->
<script type="importmap">
${JSON.stringify(map, null, 2)}
</script>
<script type="module" src="${PLACE}loyalty.js" integrity="${hashes['loyalty.js']}" crossorigin
        data-endpoint="https://your-shop.example/loyalty/v1/pk_…"
        data-token-url="/loyalty-token"></script>

<!-- Or all in one file with one hash, which is heavier: -->
<script type="module" src="${PLACE}loyalty.single.js" integrity="${hashes['loyalty.single.js']}" crossorigin
        data-endpoint="https://your-shop.example/loyalty/v1/pk_…"
        data-token-url="/loyalty-token"></script>
`,
);
