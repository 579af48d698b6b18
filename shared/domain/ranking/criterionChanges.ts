import type Fraction from 'fraction.js';
import { mapCriteria } from '../carryForward/mapCriteria.ts';
import { listCriteria } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import type { CriterionChange } from '../criteria/setMap.ts';
import { sumOfMany } from '../numbers/sumOfMany.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import type { ComparedCriterion } from './scoredUnit.ts';

/** How the criteria of one version of a set live on in the newest one. */
export interface VersionLinks {
  /** By id in the newest version: the ids in this one that became it. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** The same the other way round; what was removed stands for itself. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
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
  // What is new under the id of what is gone is another criterion.
  const gone = removed.filter(({ id }) => !sources.has(id));
  const targets = new Map<string, readonly string[]>(gone.map(({ id }) => [id, [id]]));
  for (const [id, ids] of sources) {
    for (const source of ids) targets.set(source, [...(targets.get(source) ?? []), id]);
  }
  const isDivided = (id: string): boolean => (targets.get(id)?.length ?? 0) > 1;
  const parts = [...sources].filter(([, ids]) => ids.some(isDivided)).map(([id]) => id);
  return { sources, targets, removed, parts: new Set(parts) };
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
  readonly past: Achievement;
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
  units: { readonly past: readonly UnitWithCriteria[]; readonly now: readonly UnitWithCriteria[] },
  linksOf: LinksOf,
): readonly CriterionOverTime[] {
  const past = gather(units.past, linksOf);
  const now = gather(units.now, linksOf);
  const links = versionsOf(units.past).flatMap((version) => linksOf(version) ?? []);
  const kept = listCriteria(set)
    .filter(isOrdinary)
    .map((criterion): CriterionOverTime => {
      const hasSource = links.some(({ sources }) => (sources.get(criterion.id) ?? []).length > 0);
      return describe(criterion, hasSource ? 'kept' : 'new', past.get(criterion.id), now.get(criterion.id));
    });
  const known = new Set(kept.map(({ criterion }) => criterion.id));
  const gone = links.flatMap(({ removed }) => removed).filter(isOrdinary);
  const removed = [...new Map(gone.map((criterion) => [criterion.id, criterion])).values()]
    .filter(({ id }) => !known.has(id))
    .map((criterion) => describe(criterion, 'removed', past.get(criterion.id), undefined));
  return [...kept, ...removed].toSorted(mostRisenFirst);
}

function isOrdinary({ role, rule }: Criterion): boolean {
  return role === 'ordinary' && rule.kind !== 'info';
}

function versionsOf(units: readonly UnitWithCriteria[]): readonly string[] {
  return [...new Set(units.flatMap(({ setVersion }) => setVersion ?? []))];
}

/** What units have of one criterion. Units that have the same share one score where its reader remembers them. */
interface Gathered {
  units: number;
  readonly times: Map<CountedCriterion, number>;
}

/** The scores of all units by the id in the newest version; of what was removed by its own. */
function gather(units: readonly UnitWithCriteria[], linksOf: LinksOf): ReadonlyMap<string, Gathered> {
  const all = new Map<string, Gathered>();
  for (const unit of units) {
    for (const [id, scores] of scoresByNewestId(unit, linksOf)) {
      const gathered = all.get(id) ?? { units: 0, times: new Map<CountedCriterion, number>() };
      all.set(id, gathered);
      gathered.units += 1;
      for (const score of scores) gathered.times.set(score, (gathered.times.get(score) ?? 0) + 1);
    }
  }
  return all;
}

/** What a unit has of each criterion of the newest version, and of those that were removed. */
export function scoresByNewestId(
  { setVersion, criteria }: UnitWithCriteria,
  linksOf: LinksOf,
): ReadonlyMap<string, readonly CountedCriterion[]> {
  const links = setVersion === null ? undefined : linksOf(setVersion);
  const found = new Map<string, CountedCriterion[]>();
  if (!links) return found;
  for (const score of criteria) {
    for (const id of links.targets.get(score.criterion.id) ?? []) {
      const scores = found.get(id);
      if (scores) scores.push(score);
      else found.set(id, [score]);
    }
  }
  return found;
}

function describe(
  criterion: Criterion,
  kind: CriterionOverTime['kind'],
  before: Gathered | undefined,
  after: Gathered | undefined,
): CriterionOverTime {
  const [past, now] = [achievementOf(before), achievementOf(after)];
  const difference = past.percent && now.percent ? now.percent.sub(past.percent) : null;
  return { criterion, kind, past, now, difference };
}

function achievementOf(gathered: Gathered | undefined): Achievement {
  if (!gathered) return { units: 0, percent: null };
  const scores = [...gathered.times];
  const points = sumOfMany(scores.map(([score, times]) => score.points.mul(times)));
  const max = sumOfMany(scores.map(([score, times]) => score.max.mul(times)));
  return { units: gathered.units, percent: max.gt(zero) ? points.mul(hundred).div(max) : null };
}

function mostRisenFirst({ difference: a }: CriterionOverTime, { difference: b }: CriterionOverTime): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}
