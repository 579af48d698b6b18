import type { CallOutput } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { findSet } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';

/** Periods and sets of which something is here and whose set is known: the newest first, then where most is. */
export function listDashboardChoices({
  store,
  content,
}: Pick<UseCaseContext, 'store' | 'content'>): Result<CallOutput<'dashboard.choices'>> {
  return store.read((reader) => {
    const choices = reader.countAssessmentsByPeriod().flatMap(({ period: code, setId, assessments }) => {
      const period = parsePeriod(code);
      const set = findSet(content, setId);
      if (!period.ok || !set.ok) return [];
      return [{ period: code, setId, setTitle: set.value.set.title, assessments, end: period.value.lastDay }];
    });
    const sorted = choices.toSorted((a, b) => compare(b.end, a.end) || b.assessments - a.assessments);
    return succeed({ choices: sorted.map(({ end: _end, ...choice }) => choice) });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
