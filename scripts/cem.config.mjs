/** The manifest of the elements, for editors and for docs/elements.md. */
export default {
  globs: ['src/widget/{shell,blocks}/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      // `dispatchEvent(new SomeEvent(…))` in a method yields events without a name.
      name: 'named-events-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            if (declaration.events) {
              declaration.events = declaration.events.filter(({ name }) =>
                name?.startsWith('loyalty-'),
              );
            }
          }
        }
      },
    },
  ],
};
