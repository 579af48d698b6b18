import type { CallOutput, SetSummary } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useCall, useLoaded, type Loaded } from '../../lib/useCall.ts';

export type Chase = CallOutput<'chase.read'>;
export type ChasedUnit = Chase['units'][number];

/** What can be chosen at the top of the board. */
export interface ChaseOffer {
  /** Codes of periods, this year first. */
  readonly periods: readonly string[];
  /** The newest version of each set. */
  readonly sets: readonly SetSummary[];
  /** The set that most of the assessments here use, else the first; null where there is none. */
  readonly usualSet: string | null;
  readonly usualPeriod: string;
}

export function useChase(period: string, setId: string): Loaded<Chase> {
  return useCall('chase.read', { period, setId });
}

export function useChaseOffer(): Loaded<ChaseOffer> {
  return useLoaded('chase offer', readOffer);
}

async function readOffer(): Promise<Result<ChaseOffer>> {
  const [sets, present] = await Promise.all([call('criteria.list', {}), call('dashboard.choices', {})]);
  if (!sets.ok) return sets;
  if (!present.ok) return present;
  const { choices } = present.value;
  const newest = [...new Map(sets.value.toSorted(byVersion).map((set) => [set.id, set])).values()];
  const year = new Date().getFullYear();
  return succeed({
    usualPeriod: String(year),
    periods: periodsOf(choices, year),
    sets: newest,
    usualSet: usualSetOf(choices) ?? newest[0]?.id ?? null,
  });
}

function byVersion(a: SetSummary, b: SetSummary): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}

/** This year and its quarters, and every other period that something was made for. */
export function periodsOf(choices: readonly { readonly period: string }[], year: number): readonly string[] {
  const own = [String(year), ...['1', '2', '3', '4'].map((quarter) => `${String(year)}-Q${quarter}`)];
  const others = choices.map(({ period }) => period).filter((period) => !own.includes(period));
  return [...own, ...[...new Set(others)].toSorted().toReversed()];
}

/** By number of assessments; null where there is none. */
export function usualSetOf(
  choices: readonly { readonly setId: string; readonly assessments: number }[],
): string | null {
  const counts = new Map<string, number>();
  for (const { setId, assessments } of choices) counts.set(setId, (counts.get(setId) ?? 0) + assessments);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
