/**
 * A name as part of a sentence in another script: nothing of it moves its neighbours (Unicode
 * Standard Annex #9, isolates). Only what runs from right to left, or turns a text round, needs it.
 * Controls and ends of paragraphs of its own could end the isolate, and go; isolates that are whole, as of a sentence that
 * is a part of this one, stay.
 */
export const isolated = (name: string): string =>
  /[\u0590-\u08ff\u200f\u2028-\u202e\u2066-\u2069\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/.test(
    name,
  )
    ? '\u2068' +
      name.replace(
        /(\u2068[^\u2028-\u202e\u2066-\u2069]*\u2069)|[\u2028-\u202e\u2066-\u2069]/g,
        '$1',
      ) +
      '\u2069'
    : name;
