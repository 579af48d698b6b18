import type Fraction from 'fraction.js';
import { mapCriteria } from '../carryForward/mapCriteria.ts';
import { listCriteria } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import type { CriterionChange } from '../criteria/setMap.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import type { ComparedCriterion } from './scoredUnit.ts';

/** How the criteria of one version of a set live on in the newest one. */
export interface VersionLinks {
  /** By id in the newest version: the ids in this one that became it. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** Those that became nothing. */
  readonly removed: readonly Criterion[];
  /** Ids in the newest version whose source became another criterion too. */
  readonly parts: ReadonlySet<string>;
}

export function linkVersions(
  older: CriteriaSet,
  newest: CriteriaSet,
  changes: readonly CriterionChange[],
): VersionLinks {
  const { criteria, removed } = mapCriteria(older, newest, changes);
  const sources = new Map(
    criteria.map((mapped) => [mapped.criterion.id, mapped.sources.map(({ before }) => before.id)]),
  );
  const uses = Map.groupBy([...sources.values()].flat(), (id) => id);
  const isDivided = (id: string): boolean => (uses.get(id)?.length ?? 0) > 1;
  const parts = [...sources].filter(([, ids]) => ids.some(isDivided)).map(([id]) => id);
  return { sources, removed, parts: new Set(parts) };
}

/** A unit of a period as far as its criteria are compared. */
export interface UnitWithCriteria {
  /** The version of the set that it was scored by; null while nothing has come from it. */
  readonly setVersion: string | null;
  /** What counts on the basis that is compared. */
  readonly criteria: readonly CountedCriterion[];
}

export type CountedCriterion = Pick<ComparedCriterion, 'criterion' | 'points' | 'max'>;

/** What units together have of a criterion in one period. */
export interface Achievement {
  /** Units in which it counts. */
  readonly units: number;
  /** Points of all units together in percent of what they could have; null where it counts nowhere. */
  readonly percent: Fraction | null;
}

/** One criterion in two periods. */
export interface CriterionOverTime {
  readonly criterion: Criterion;
  /** `new` has nothing before it, `removed` nothing after it. */
  readonly kind: 'kept' | 'new' | 'removed';
  readonly then: Achievement;
  readonly now: Achievement;
  /** now − then in percentage points; null where one of them is missing. */
  readonly difference: Fraction | null;
}

export type LinksOf = (setVersion: string) => VersionLinks | undefined;

/**
 * Every ordinary criterion over the units of each period: first what rose most, last what fell most, then those
 * without a difference in printed order. Several that were joined are taken together, one that was divided stands
 * for each of its parts.
 */
export function compareCriteria(
  set: CriteriaSet,
  units: { readonly then: readonly UnitWithCriteria[]; readonly now: readonly UnitWithCriteria[] },
  linksOf: LinksOf,
): readonly CriterionOverTime[] {
  const then = gather(units.then, linksOf);
  const now = gather(units.now, linksOf);
  const links = versionsOf(units.then).flatMap((version) => linksOf(version) ?? []);
  const kept = listCriteria(set)
    .filter(isOrdinary)
    .map((criterion): CriterionOverTime => {
      const hasSource = links.some(({ sources }) => (sources.get(criterion.id) ?? []).length > 0);
      return describe(criterion, hasSource ? 'kept' : 'new', then.get(criterion.id), now.get(criterion.id));
    });
  const known = new Set(kept.map(({ criterion }) => criterion.id));
  const gone = links.flatMap(({ removed }) => removed).filter(isOrdinary);
  const removed = [...new Map(gone.map((criterion) => [criterion.id, criterion])).values()]
    .filter(({ id }) => !known.has(id))
    .map((criterion) => describe(criterion, 'removed', then.get(criterion.id), undefined));
  return [...kept, ...removed].toSorted(mostRisenFirst);
}

function isOrdinary({ role, rule }: Criterion): boolean {
  return role === 'ordinary' && rule.kind !== 'info';
}

function versionsOf(units: readonly UnitWithCriteria[]): readonly string[] {
  return [...new Set(units.flatMap(({ setVersion }) => setVersion ?? []))];
}

interface Sum {
  readonly units: number;
  readonly points: Fraction;
  readonly max: Fraction;
}

/** Points of all units by the id in the newest version; of what was removed by its own. */
function gather(units: readonly UnitWithCriteria[], linksOf: LinksOf): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const unit of units) {
    for (const [id, scores] of scoresByNewestId(unit, linksOf)) {
      const before = sums.get(id) ?? { units: 0, points: zero, max: zero };
      sums.set(id, {
        units: before.units + 1,
        points: scores.reduce((sum, { points }) => sum.add(points), before.points),
        max: scores.reduce((sum, { max }) => sum.add(max), before.max),
      });
    }
  }
  return sums;
}

/** What a unit has of each criterion of the newest version, and of those that were removed. */
export function scoresByNewestId(
  { setVersion, criteria }: UnitWithCriteria,
  linksOf: LinksOf,
): ReadonlyMap<string, readonly CountedCriterion[]> {
  const links = setVersion === null ? undefined : linksOf(setVersion);
  if (!links) return new Map();
  const own = new Map(criteria.map((score) => [score.criterion.id, score]));
  const all = [...links.sources, ...links.removed.map(({ id }) => [id, [id]] as const)];
  return new Map(
    all.flatMap(([id, ids]) => {
      const scores = ids.flatMap((source) => own.get(source) ?? []);
      return scores.length === 0 ? [] : [[id, scores] as const];
    }),
  );
}

function describe(
  criterion: Criterion,
  kind: CriterionOverTime['kind'],
  before: Sum | undefined,
  after: Sum | undefined,
): CriterionOverTime {
  const [then, now] = [achievementOf(before), achievementOf(after)];
  const difference = then.percent && now.percent ? now.percent.sub(then.percent) : null;
  return { criterion, kind, then, now, difference };
}

function achievementOf(sum: Sum | undefined): Achievement {
  if (!sum) return { units: 0, percent: null };
  return { units: sum.units, percent: sum.max.gt(zero) ? sum.points.mul(hundred).div(sum.max) : null };
}

function mostRisenFirst({ difference: a }: CriterionOverTime, { difference: b }: CriterionOverTime): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}
