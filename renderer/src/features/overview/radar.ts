/** A spoke of the radar: a group, how much of its maximum it has, and had. */
export interface Spoke {
  readonly code: string;
  /** 0 to 100. */
  readonly share: number;
  /** 0 to 100; `null` where there is nothing to compare with. */
  readonly earlier: number | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a share lies on a spoke: the first spoke points up, the others follow clockwise. */
export function pointOnSpoke(
  centre: Point,
  radius: number,
  spokes: number,
  index: number,
  share: number,
): Point {
  const angle = (2 * Math.PI * index) / spokes - Math.PI / 2;
  const distance = (radius * share) / 100;
  return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) };
}

/** Points as an SVG polygon writes them, to a tenth. */
export function polygon(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}
