import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './steps.mjs';

/** Writes docs/elements.md from the manifest, so that the reference cannot lag behind the elements. */

const cell = (text = '') => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
const table = (head, rows) =>
  rows.length
    ? [
        `| ${head.join(' | ')} |`,
        `|${head.map(() => '---').join('|')}|`,
        ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ]
    : [];

function section(element) {
  const attributes = (element.attributes ?? []).map(({ name, type, description }) => [
    `\`${name}\``,
    `\`${type?.text ?? 'string'}\``,
    description,
  ]);
  const known = new Set((element.attributes ?? []).map(({ fieldName }) => fieldName));
  const properties = (element.members ?? [])
    .filter(
      ({ kind, name, privacy, description, static: isStatic }) =>
        kind === 'field' && description && !privacy && !isStatic && !known.has(name),
    )
    .map(({ name, type, description }) => [`\`${name}\``, `\`${type?.text ?? ''}\``, description]);
  const methods = (element.members ?? [])
    .filter(({ kind, privacy, description }) => kind === 'method' && !privacy && description)
    .map(({ name, parameters = [], description }) => [
      `\`${name}(${parameters.map((one) => one.name).join(', ')})\``,
      description,
    ]);
  const parts = (element.cssParts ?? []).map(({ name, description }) => [
    `\`${name}\``,
    description,
  ]);
  const events = (element.events ?? []).map(({ name, description }) => [
    `\`${name}\``,
    description,
  ]);
  const css = (element.cssProperties ?? []).map(({ name, default: value, description }) => [
    `\`${name}\``,
    `\`${value ?? ''}\``,
    description,
  ]);
  return [
    `## \`<${element.tagName}>\``,
    '',
    element.description ?? '',
    '',
    ...table(['attribute', 'type', ''], attributes),
    ...table(['property', 'type', ''], properties),
    ...table(['method', ''], methods),
    ...table(['event', ''], events),
    ...table(['part', ''], parts),
    ...table(['custom property', 'default', ''], css),
  ];
}

/** The reference as Markdown. */
export function elementsPage() {
  const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8'));
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName, customElement }) => customElement && tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return [
    '# Elements',
    '',
    'Drawn from the code by `npm run build`.',
    '',
    ...elements.flatMap(section),
  ].join('\n');
}

if (process.argv[1]?.endsWith('elements.mjs')) {
  writeFileSync(`${root}docs/elements.md`, elementsPage());
}
