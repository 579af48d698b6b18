import Fraction from 'fraction.js';
import type { Dashboard } from '#shared/api/contract.ts';

export type RankedUnit = Dashboard['ranking'][number];

/** Codes are reused: only with the day from which it stands does a code name a unit. */
export function keyOfUnit({ unit: { code, validFrom } }: Pick<RankedUnit, 'unit'>): string {
  return `${code} ${validFrom ?? ''}`;
}

export function toFraction(text: string | null): Fraction | null {
  return text === null ? null : new Fraction(text);
}

/** The percentages that a shown figure must not be rounded across. */
export function boundsOf(
  { bands, thresholds }: Pick<Dashboard['set'], 'bands' | 'thresholds'>,
  measure: 'points' | 'criteria',
): readonly Fraction[] {
  const marks = thresholds.filter((threshold) => threshold.measure === measure).map(({ at }) => at);
  return [...marks, ...(measure === 'points' ? bands.map(({ at }) => at) : [])].map((at) => new Fraction(at));
}

/** Where the marks of the heat table lie, in percent. */
export interface HeatMarks {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** From the lowest band of the set to its lowest threshold of points. */
export function heatMarksOf({
  bands,
  thresholds,
}: Pick<Dashboard['set'], 'bands' | 'thresholds'>): HeatMarks {
  const lowest = (texts: readonly string[], usual: number): Fraction =>
    texts
      .map((text) => new Fraction(text))
      .reduce((least, one) => (one.lt(least) ? one : least), new Fraction(usual));
  const points = thresholds.filter(({ measure }) => measure === 'points').map(({ at }) => at);
  return {
    low: lowest(
      bands.map(({ at }) => at),
      100,
    ),
    high: lowest(points, 100),
  };
}

export type HeatLevel = 'low' | 'middle' | 'high' | 'none';

export function heatLevelOf(percent: Fraction | null, { low, high }: HeatMarks): HeatLevel {
  if (percent === null) return 'none';
  if (percent.lt(low)) return 'low';
  return percent.lt(high) ? 'middle' : 'high';
}

/** How far a unit's claim stands from what is proved and what was judged, in percentage points. */
export interface UnitGap {
  readonly unit: RankedUnit;
  readonly unproved: Fraction | null;
  readonly corrected: Fraction | null;
}

/** Units that have sent something, the widest gap first: what the appraisal took off, then what is not proved. */
export function gapsOf(ranking: readonly RankedUnit[]): readonly UnitGap[] {
  return ranking
    .filter(({ assessmentId }) => assessmentId !== null)
    .map((unit) => {
      const { claimed, evidenced, appraised } = unit.percents;
      return { unit, unproved: difference(claimed, evidenced), corrected: difference(claimed, appraised) };
    })
    .toSorted((a, b) => widestFirst(a.corrected, b.corrected) || widestFirst(a.unproved, b.unproved));
}

function difference(from: string | null, to: string | null): Fraction | null {
  return from === null || to === null ? null : new Fraction(from).sub(to);
}

function widestFirst(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}

/** Kind by kind, in the order of the ranking. */
export function byKind(
  ranking: readonly RankedUnit[],
): readonly { readonly kind: string; readonly units: readonly RankedUnit[] }[] {
  const kinds = [...new Set(ranking.map(({ unit }) => unit.kind))];
  return kinds.map((kind) => ({ kind, units: ranking.filter(({ unit }) => unit.kind === kind) }));
}
