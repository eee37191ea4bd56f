type Exceptions = readonly (readonly [journeys: RegExp, why: string])[];

/**
 * What does not run in Firefox, and why: the file or the title of a journey. Chromium runs everything.
 */
export const notInFirefox: Exceptions = [
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

/** What does not run in a browser without storage and channels, and why. */
export const notBare: Exceptions = [
  [
    /(accessibility|forced-colours|narrow|size)\.test\.ts/,
    'how it looks does not depend on storage',
  ],
  [/(events|fifty)\.test\.ts/, 'there is no browser in them'],
  [/nothing jumps while/, 'how it looks does not depend on storage'],
  [
    /leaves (no trace|nothing but the cookie)|found nowhere else|sends nothing but GETs/,
    'it looks into the storage',
  ],
  [
    /a friend who orders pays both/,
    'an invitation waits in storage until the friend has an account, on another page',
  ],
  [
    /the sandbox redeems inside the page/,
    'it signs tokens, which a browser allows in a secure context only, and says so',
  ],
  [
    /kept on this device alone|someone else on the same device|put to sleep stays asleep/,
    'a goal and a reminder sent away are kept in storage',
  ],
  [/over one stream for both/, 'tabs share a stream by a channel'],
  [
    /a reload while the answer is on its way/,
    'a wish outlives its page in storage alone: without it a reload forgets it, and the shopper sees by the balance what became of it',
  ],
];
