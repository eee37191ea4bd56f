/**
 * A thing of a shop, drawn with paths on 320 × 410: what it is filled with, its outline, and how much of
 * it is seen. `a`, `b`, `c` are the product's own colours, `k` shade and `w` light over them.
 */
export type Stroke = readonly [fill: 'a' | 'b' | 'c' | 'k' | 'w', d: string, opacity?: number];
export type Shape = readonly Stroke[];

/** A circle or an ellipse as a path. */
export const round = (cx: number, cy: number, rx: number, ry = rx): string =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** A rectangle with round corners as a path. */
export const box = (x: number, y: number, w: number, h: number, r = 0): string =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
