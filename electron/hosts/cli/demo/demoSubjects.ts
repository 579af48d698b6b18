import { findChecks, type Content, type LoadedSet } from '#backend/files/content.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { ConsistencyChecks } from '#shared/domain/selfCheck/consistencyChecks.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { isInForce } from '#shared/domain/units/unitList.ts';

/** What one assessment of a demo is about. */
export interface DemoSubject extends LoadedSet {
  readonly version: UnitVersion;
  readonly period: Period;
  readonly checks: ConsistencyChecks | undefined;
  /** How many assessments of the demo this unit had before, from 0. */
  readonly ordinal: number;
  /** Whether the unit attaches files to its evidence. */
  readonly attaches: boolean;
}

const firstYear = 2026;
const oldestYear = 2010;

/**
 * Real units with a set that is meant for them: first all that stand today in the year 2026, then older periods,
 * and the units of those days, until there are as many as asked for or nothing is left.
 */
export function listDemoSubjects(content: Content, count: number): readonly DemoSubject[] {
  const subjects: DemoSubject[] = [];
  const ordinals = new Map<string, number>();
  for (const { loadedSet, period } of listFrames(content)) {
    const checks = findChecks(content, loadedSet.set.id);
    for (const version of listUnits(content, loadedSet, period)) {
      if (subjects.length === count) return subjects;
      const name = nameOfUnit(version);
      const ordinal = ordinals.get(name) ?? 0;
      ordinals.set(name, ordinal + 1);
      // One unit in twelve: most only name their documents.
      const attaches = subjects.length % 12 === 6;
      subjects.push({ ...loadedSet, version, period, checks, ordinal, attaches });
    }
  }
  return subjects;
}

/** Codes are reused: code and valid-from together say which unit. */
export function nameOfUnit({ unit, list }: UnitVersion): string {
  return `${unit.code}@${list.validFrom ?? ''}`;
}

function listFrames(content: Content): readonly { readonly loadedSet: LoadedSet; readonly period: Period }[] {
  const years = Array.from({ length: firstYear - oldestYear + 1 }, (_unused, back) =>
    String(firstYear - back),
  );
  const quarters = years.flatMap((year) => [4, 3, 2, 1].map((quarter) => `${year}-Q${String(quarter)}`));
  // The last quarter of the units out of which those of today were formed comes second.
  const codes = new Set([String(firstYear), '2025-Q2', ...years, ...quarters]);
  const periods = [...codes].map(parsePeriod).flatMap((period) => (period.ok ? [period.value] : []));
  const isForCommunes = ({ set }: LoadedSet) => set.appliesTo.includes('phuong');
  const sets = [...content.sets.filter(isForCommunes), ...content.sets.filter((set) => !isForCommunes(set))];
  return sets.flatMap((loadedSet) => periods.map((period) => ({ loadedSet, period })));
}

function listUnits(content: Content, { set }: LoadedSet, period: Period): readonly UnitVersion[] {
  return content.unitLists
    .filter((list) => isInForce(list, period.lastDay))
    .flatMap((list) =>
      list.units
        .filter((unit) => set.appliesTo.some((kind) => kind === unit.kind))
        .map((unit) => ({ unit, list })),
    );
}
