import { standingOn } from '../../domain/ranking/scoredUnit.ts';
import type { Words } from '../words.ts';
import type { PrintedReportUnit, ReportedPeriod } from './reportedPeriod.ts';

/** One sentence each for the units from which nothing has come, and for those without figures on this basis. */
export function describeSilent(
  { units, basis }: Pick<ReportedPeriod, 'units' | 'basis'>,
  { translate }: Words,
): readonly string[] {
  const silent = units.filter(({ score }) => score === null);
  const unjudged = units.filter((unit) => unit.score !== null && standingOn(unit, basis) === null);
  const namesOf = (some: readonly PrintedReportUnit[]) => some.map(({ unit }) => unit.name).join('; ');
  return [
    ...(silent.length === 0
      ? []
      : [translate('summary:findingSilent', { units: silent.length, names: namesOf(silent) })]),
    ...(unjudged.length === 0
      ? []
      : [
          translate('summary:findingUnjudged', {
            units: unjudged.length,
            names: namesOf(unjudged),
            basis: translate(`summary:basis-${basis}`),
          }),
        ]),
  ];
}

/** Where those stand of which `holds` is true. */
export function indicesOf<T>(rows: readonly T[], holds: (row: T) => boolean): readonly number[] {
  return rows.flatMap((row, index) => (holds(row) ? [index] : []));
}
