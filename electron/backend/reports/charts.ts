import type { CanvasElement, Content } from 'pdfmake/interfaces';
import type { GroupBar } from '#shared/report/groupBars.ts';
import { fillColours } from './tableLook.ts';

const ink = '#000000';
const barHeight = 9;

/** A bar: the frame is the group's maximum, the dark part its points. Lengths are shares of `width`. */
export function groupBar({ maxLength, pointsLength }: GroupBar, width: number): CanvasElement[] {
  const frame = { type: 'rect', x: 0, y: 2, h: barHeight, lineWidth: 0.6, lineColor: ink } as const;
  return [
    { ...frame, w: maxLength * width, color: '#ffffff' },
    ...(pointsLength > 0 ? [{ ...frame, w: pointsLength * width, color: fillColours.bar }] : []),
  ];
}

/** The mark of the usual threshold on the radar. */
const thresholdShare = 0.8;
const rings = [0.25, 0.5, 0.75, 1];
const labelSize = 10;

/** The share of points of each group as a star: one axis a group, the outer ring is the maximum. */
export function radar(bars: readonly GroupBar[], radius: number): Content[] {
  const scored = bars.filter((bar) => bar.share !== null);
  // Two axes make no area.
  if (scored.length < 3) return [];
  const centre = { x: radius + labelSize * 1.6, y: radius + labelSize * 1.4 };
  const at = (index: number, share: number) => {
    const angle = (index / scored.length) * 2 * Math.PI - Math.PI / 2;
    return { x: centre.x + Math.cos(angle) * radius * share, y: centre.y + Math.sin(angle) * radius * share };
  };
  const ring = (share: number) => scored.map((_, index) => at(index, share));
  const polygon = { type: 'polyline', closePath: true } as const;
  const canvas: CanvasElement[] = [
    ...rings.map((share): CanvasElement => ({
      ...polygon,
      points: ring(share),
      lineWidth: share === 1 ? 0.8 : 0.3,
      lineColor: share === 1 ? ink : '#808080',
    })),
    ...scored.map((_, index): CanvasElement => ({
      type: 'line',
      x1: centre.x,
      y1: centre.y,
      x2: at(index, 1).x,
      y2: at(index, 1).y,
      lineWidth: 0.3,
      lineColor: '#808080',
    })),
    {
      ...polygon,
      points: scored.map((bar, index) => at(index, bar.share ?? 0)),
      lineWidth: 1.6,
      lineColor: ink,
      color: fillColours.bar,
      fillOpacity: 0.35,
    },
    { ...polygon, points: ring(thresholdShare), lineWidth: 0.9, lineColor: ink, dash: { length: 3 } },
  ];
  const height = centre.y * 2;
  const labels = scored.map((bar, index): Content => {
    const place = at(index, 1 + labelSize / radius);
    return {
      text: bar.code,
      bold: true,
      fontSize: labelSize,
      // From below the drawing, where the text would stand, to the end of its axis.
      relativePosition: { x: place.x - bar.code.length * 2.5, y: place.y - height - labelSize * 0.6 },
    };
  });
  return [
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 1, h: height, lineWidth: 0, color: '#ffffff' }, ...canvas] },
    ...labels,
  ];
}
