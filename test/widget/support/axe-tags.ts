/** What axe-core is asked about: every rule of WCAG 2.2 A and AA, and good practice. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
