import type Fraction from 'fraction.js';
import { findPredecessors } from '../units/findPredecessors.ts';
import type { UnitVersion } from '../units/findUnits.ts';
import type { UnitList } from '../units/unitList.ts';
import { sumOf } from '../numbers/sumOf.ts';

/** The percentages of one period by unit. */
export interface PeriodFigures {
  readonly period: string;
  readonly percentOf: (unit: { readonly code: string; readonly validFrom: string | null }) => Fraction | null;
}

/** A unit, or one of those it was formed from, in a period. */
interface TrendPart {
  readonly code: string;
  readonly name: string;
  readonly percent: Fraction;
}

/** One period in the life of a unit, through the units it was formed from where it did not stand yet. */
export interface TrendPoint {
  readonly period: string;
  /** The unit's own percentage, or the plain mean of its predecessors'; null where there is none. */
  readonly percent: Fraction | null;
  /** Whose figures they are; the unit itself or its predecessors. */
  readonly parts: readonly TrendPart[];
  /** The mean does not stand for the whole unit: a predecessor was divided, or one of them has no figures. */
  readonly isPartial: boolean;
}

/**
 * The units whose figures stand in for a unit's own. None where they are its own, also as the list before knew it: the
 * same code and name, and all of it. A part of that code and name is only one of those that were joined.
 */
export function standIns(
  { code, name }: Pick<TrendPart, 'code' | 'name'>,
  { parts, isPartial }: Pick<TrendPoint, 'parts' | 'isPartial'>,
): readonly TrendPart[] {
  const [only, ...others] = parts;
  const isOwn = only?.code === code && only.name === name && others.length === 0 && !isPartial;
  return isOwn ? [] : parts;
}

/** The unit's percentages period by period. Predecessors are followed as far back as the lists go. */
export function followUnit(
  lists: readonly UnitList[],
  unit: UnitVersion,
  periods: readonly PeriodFigures[],
): readonly TrendPoint[] {
  return periods.map(({ period, percentOf }) => {
    const { parts, isWhole } = collectParts(lists, unit, percentOf);
    return {
      period,
      percent: meanOf(parts),
      parts,
      isPartial: parts.length > 0 && !isWhole,
    };
  });
}

/** Most units are their own only part: nothing is to be computed then. */
function meanOf([first, ...others]: readonly TrendPart[]): Fraction | null {
  if (!first || others.length === 0) return first?.percent ?? null;
  const all = [first, ...others].map(({ percent }) => percent);
  return sumOf(all).div(all.length);
}

function collectParts(
  lists: readonly UnitList[],
  version: UnitVersion,
  percentOf: PeriodFigures['percentOf'],
): { readonly parts: readonly TrendPart[]; readonly isWhole: boolean } {
  const { unit, list } = version;
  const percent = percentOf({ code: unit.code, validFrom: list.validFrom });
  if (percent) return { parts: [{ code: unit.code, name: unit.name, percent }], isWhole: true };
  const earlier = findPredecessors(lists, version).map(({ predecessor, version: found }) => {
    const collected = found ? collectParts(lists, found, percentOf) : { parts: [], isWhole: false };
    return { ...collected, isWhole: collected.isWhole && predecessor.part === 'whole' };
  });
  return {
    parts: earlier.flatMap(({ parts }) => parts),
    isWhole: earlier.length > 0 && earlier.every(({ isWhole }) => isWhole),
  };
}
