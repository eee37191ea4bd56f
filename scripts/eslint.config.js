import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * The layers of the house: what a folder may import from `src/`, as one regular expression of the
 * folders it may NOT reach. A relative specifier is matched from its first named segment on.
 */
const mayNotImport = {
  'src/contract': '(widget|server|sandbox)/',
  'src/conformance': '(widget|server|sandbox)/',
  'src/server': '(widget|sandbox|conformance)/',
  'src/widget/client':
    '(contract/(schema|index|openapi|read))|(^|/)(store|context|i18n|ui|events|cards|blocks|shell|server|sandbox)/',
  'src/widget/store':
    '(contract/(schema|index|openapi|read))|(^|/)(context|i18n|ui|cards|blocks|shell|server|sandbox)/|^lit|^@lit',
  'src/widget/context':
    '(contract/(schema|index|openapi|read))|(^|/)(client|ui|cards|blocks|shell|server|sandbox)/',
  'src/widget/i18n':
    '(contract/(schema|index|openapi|read))|(^|/)(client|store|context|ui|cards|blocks|shell|server|sandbox)/|^lit|^@lit',
  'src/widget/ui':
    '(contract/(schema|index|openapi|read))|(^|/)(client|store|context|cards|blocks|shell|server|sandbox)/',
  'src/widget/cards':
    '(contract/(schema|index|openapi|read))|(^|/)(client|store|context|blocks|shell|server|sandbox)/',
  'src/widget/blocks': '(contract/(schema|index|openapi|read))|(^|/)(client|shell|server|sandbox)/',
  'src/widget/shell': '(contract/(schema|index|openapi|read))|(^|/)(server|sandbox)/',
};

const layers = Object.entries(mayNotImport).map(([folder, regex]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex, message: `${folder} may not reach this layer (docs/architecture.md).` },
          ...(folder === 'src/widget/ui'
            ? []
            : [
                {
                  group: ['canvas-confetti'],
                  message: 'Only src/widget/ui knows canvas-confetti.',
                },
              ]),
        ],
      },
    ],
  },
}));

/** Constructs that let data become code or style on a page that is not ours. */
const banned = [
  ['unsafeHTML', 'unsafeSVG', 'unsafeCSS', 'unsafeStatic', 'styleMap'].map((name) => ({
    selector: `ImportSpecifier[imported.name='${name}']`,
    message: `${name} is banned: data must never become markup, style text or code.`,
  })),
  ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((name) => ({
    selector: `MemberExpression[property.name='${name}']`,
    message: `${name} is banned: build nodes, or use a template.`,
  })),
].flat();

export default defineConfig(
  { ignores: ['dist/**', 'coverage/**', '.data/**', '**/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.mjs'] },
        tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)),
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', ...banned],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  { files: ['src/widget/**/*.ts'], ...lit.configs['flat/recommended'] },
  { files: ['src/widget/**/*.ts'], ...wc.configs['flat/recommended'] },
  {
    files: ['src/widget/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  ...layers,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'fetch', 'setTimeout', 'Buffer'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
