import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './steps.mjs';

/**
 * Writes `dist/sbom.json`, the bill of materials (CycloneDX 1.5) of what a shop installs, from the
 * lock file. The same lock file gives the same bytes: no time, and a serial number that is a hash.
 * (`npm sbom --omit dev` leaves out what a development tool needs too: lit and zod.)
 */
const text = readFileSync(`${root}package-lock.json`, 'utf8');
const { packages } = JSON.parse(text);

/** Where a package finds what it depends on: beside itself, or further up. */
function placeOf(name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!at) return undefined;
  }
}

/** Everything that is installed for the package at a place, itself not included. */
function below(from, found = new Set()) {
  const { dependencies = {}, optionalDependencies = {} } = packages[from];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = placeOf(name, from);
    if (!place || found.has(place)) continue;
    found.add(place);
    below(place, found);
  }
  return found;
}

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const component = (name, { version, license, integrity }) => ({
  type: 'library',
  'bom-ref': `${name}@${version}`,
  name,
  version,
  purl: purl(name, version),
  licenses: [{ license: { id: license } }],
  ...(integrity && {
    hashes: [
      {
        alg: 'SHA-512',
        content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
      },
    ],
  }),
});

const digest = createHash('sha256').update(text).digest('hex');
const serial = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(digest).slice(1).join('-');
const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${serial}`,
  version: 1,
  metadata: { component: component(packages[''].name, packages['']) },
  components: [...below('')]
    .sort()
    .map((place) => component(place.replace(/^.*node_modules\//, ''), packages[place])),
};
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(`${root}dist/sbom.json`, `${JSON.stringify(bill, null, 2)}\n`);
