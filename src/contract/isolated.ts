/**
 * A name as part of a sentence in another script: nothing of it moves its neighbours (Unicode
 * Standard Annex #9, isolates). Only what runs from right to left, or turns a text round, needs it;
 * controls of its own could end the isolate, and go.
 */
export const isolated = (name: string): string =>
  /[\u0590-\u08ff\ud802-\ud83b\ufb1d-\ufefc\u202a-\u202e\u2066-\u2069]/.test(name)
    ? `\u2068${name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
    : name;
