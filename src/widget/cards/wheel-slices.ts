import type { Segment } from '../../contract/types.js';

/**
 * Where the fields of a wheel lie. Angles in degrees, clockwise from the top. A field is as wide as
 * its chance, so that the drawing promises nothing that the odds do not keep.
 */
export interface Slice {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** Narrower than this a field could not be seen, nor its label read. */
const NARROWEST = 16;

/** Whether all fields declare a chance; else all are drawn, and equally likely. */
const areDeclared = (segments: readonly Segment[]): boolean =>
  segments.every(({ odds }) => odds !== undefined && odds >= 0) &&
  segments.some(({ odds = 0 }) => odds > 0);

/** The widths of the fields, 360 together. Fields that are too narrow are widened, the others yield. */
function widths(segments: readonly Segment[]): number[] {
  const equal = 360 / segments.length;
  if (!areDeclared(segments)) return segments.map(() => equal);
  const least = Math.min(NARROWEST, equal);
  const total = segments.reduce((sum, { odds = 0 }) => sum + odds, 0);
  const raw = segments.map(({ odds = 0 }) => (odds / total) * 360);
  const widened = raw.map((width) => Math.max(width, least));
  const excess = widened.reduce((sum, width) => sum + width, 0) - 360;
  const spare = widened.reduce((sum, width) => sum + (width - least), 0);
  return widened.map((width) => (spare ? width - (excess * (width - least)) / spare : equal));
}

export function slicesOf(segments: readonly Segment[]): readonly Slice[] {
  let from = 0;
  return widths(segments).map((width, index) => {
    const slice = { segment: segments[index] as Segment, from, to: from + width };
    from += width;
    return slice;
  });
}

/** Whether the drawing keeps to the odds; where it cannot, a sentence says so. */
export const isToScale = (segments: readonly Segment[]): boolean => {
  if (!areDeclared(segments)) return true;
  const total = segments.reduce((sum, { odds = 0 }) => sum + odds, 0);
  return slicesOf(segments).every(
    ({ from, to, segment: { odds = 0 } }) => Math.abs(to - from - (odds / total) * 360) < 1,
  );
};

const point = (angle: number, radius: number): string => {
  const turn = ((angle - 90) * Math.PI) / 180;
  return `${(radius * Math.cos(turn)).toFixed(2)} ${(radius * Math.sin(turn)).toFixed(2)}`;
};

/** The outline of a field around the origin, as SVG path data. */
export function outline({ from, to }: Slice, radius: number): string {
  if (to - from > 359.9) {
    return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`;
  }
  const isLarge = to - from > 180 ? 1 : 0;
  return `M0 0L${point(from, radius)}A${radius} ${radius} 0 ${isLarge} 1 ${point(to, radius)}Z`;
}

/**
 * How far a wheel turns to bring a field under its pointer.
 * @param now its present rotation
 * @param place where in the field it stops, 0 to 1; away from the borders, because a stop beside a
 *   better field would look like bad luck that nobody had
 * @param turns whole turns on the way
 */
export function rotationTo({ from, to }: Slice, now: number, place: number, turns: number): number {
  const wanted = 360 - (from + (to - from) * (0.3 + 0.4 * place));
  const rest = (((wanted - now) % 360) + 360) % 360;
  return now + turns * 360 + rest;
}

/** A label in lines of at most so many letters; what is left over ends in an ellipsis. */
export function linesOf(text: string, longest: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  const isCut = lines.length > most;
  return shown.map((line, index) => {
    const letters = [...line];
    const isLast = index === shown.length - 1;
    if (letters.length > longest) return `${letters.slice(0, longest - 1).join('')}…`;
    return isLast && isCut ? `${letters.slice(0, longest - 1).join('')}…` : line;
  });
}
