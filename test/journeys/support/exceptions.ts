/**
 * What does not run in Firefox, and why: the file or the title of a journey. Chromium runs everything.
 */
export const notInFirefox: readonly (readonly [journeys: RegExp, why: string])[] = [
  [/nothing jumps while/, 'Firefox reports no shifts of a page'],
  [
    /a redemption is celebrated/,
    'motion cannot be turned on again once Firefox is started without',
  ],
  [/accessibility\.test\.ts/, 'axe reads the same tree, and light and dark cannot be switched'],
  [/size\.test\.ts/, 'which files a page fetches does not depend on the engine'],
  [/(events|fifty)\.test\.ts/, 'there is no browser in them'],
  [
    /types\/\w+\.test\.ts/,
    'what a programme does is the server’s affair; their elements run in Firefox one by one',
  ],
  [
    /every section says .* to (guest|new|near|top|empty), in/,
    'words differ by language, dates and amounts by engine: one member who has all of them is enough',
  ],
  [
    /by keyboard alone, 390 pixels wide/,
    'the same keys as on a wide page, which runs there; both would take too long',
  ],
  [
    /offline, a (press|section)/,
    'a module that once could not be fetched is never fetched again there: a known gap',
  ],
];
