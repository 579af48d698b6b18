/** From light to dark, all light enough for black type on a photocopy; the first bound that is passed counts. */
const shades = [
  { from: 90, fill: null },
  { from: 80, fill: '#f2f2f2' },
  { from: 65, fill: '#dedede' },
  { from: 50, fill: '#c8c8c8' },
  { from: 0, fill: '#b0b0b0' },
] as const;

/** The fill of a percentage, darker the lower it is; null where none is needed. */
export function heatShade(percent: number): string | null {
  return shades.find(({ from }) => percent >= from)?.fill ?? null;
}
