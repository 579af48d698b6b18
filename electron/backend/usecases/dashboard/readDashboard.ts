import type { CallOutput } from '#shared/api/contract.ts';
import { spreadOverBands } from '#shared/domain/ranking/bandSpread.ts';
import { heatGroups } from '#shared/domain/ranking/heatTable.ts';
import { rankScoredUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import { standingOn } from '#shared/domain/ranking/scoredUnit.ts';
import type { Target } from '#shared/domain/ranking/targets.ts';
import {
  shareThresholds,
  standAgainstTargets,
  type TargetStanding,
  type ThresholdShare,
} from '#shared/domain/ranking/thresholdShares.ts';
import { rankWeakest } from '#shared/domain/ranking/weakestCriteria.ts';
import type { CriteriaSet, Source } from '#shared/domain/criteria/criteriaSet.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { findTargets } from '../../files/content.ts';
import {
  comparePeriod,
  type ComparedPeriod,
  type DashboardContext,
  type DashboardQuestion,
} from './comparePeriod.ts';
import { describeRanked, exact } from './describeRanked.ts';

type Dashboard = CallOutput<'dashboard.read'>;

/** One period of all units of the scope on one basis. Errors: those of `comparePeriod`. */
export async function readDashboard(
  context: DashboardContext,
  question: DashboardQuestion,
): Promise<Result<Dashboard>> {
  const compared = await comparePeriod(context, question);
  if (!compared.ok) return compared;
  const { loadedSet, period, units, leftOut } = compared.value;
  const { set } = loadedSet;
  const { basis } = question;
  const groups = heatGroups(set);
  const shares = shareThresholds(set.thresholds, units, basis);
  return succeed({
    set: describeSet(set),
    period: period.code,
    basis,
    head: describeHead(compared.value, question),
    leftOut: [...leftOut],
    shares: shares.map(describeShare),
    targets: describeTargets(context, set, shares),
    bands: spreadOverBands(set, units, basis).map(({ band, units: count, byKind }) => ({
      ...(typeof band === 'string'
        ? { id: band, name: null, at: null }
        : { id: band.id, name: band.name, at: band.at }),
      units: count,
      byKind: { ...byKind },
    })),
    groups: groups.map(({ id, code, name }) => ({ id, code, name })),
    ranking: rankScoredUnits(units, basis).map((unit) => describeRanked(unit, set, groups, basis)),
    criteria: rankWeakest(set, units, basis).map(({ criterion, percent, units: count, answered, met }) => ({
      id: criterion.id,
      code: criterion.code,
      name: criterion.name,
      units: count,
      answered,
      met,
      percent: exact(percent),
    })),
  });
}

function describeSet(set: CriteriaSet): Dashboard['set'] {
  const { id, version, title, statement, bands, thresholds } = set;
  return {
    id,
    version,
    title,
    statement,
    bandsNote: bands.note,
    bands: bands.steps.map((band) => ({ id: band.id, at: band.at, name: band.name })),
    thresholds: thresholds.map((one) => ({
      id: one.id,
      measure: one.measure,
      at: one.at,
      title: one.title,
    })),
  };
}

function describeHead(
  { scope, units }: ComparedPeriod,
  { basis }: Pick<DashboardQuestion, 'basis'>,
): Dashboard['head'] {
  return {
    scopeName: scope?.unit.name ?? null,
    units: units.length,
    arrived: units.filter(({ record }) => record !== null).length,
    scored: units.filter((unit) => standingOn(unit, basis) !== null).length,
  };
}

function describeShare({ threshold, peers, units, reached, notReached, open, share }: ThresholdShare) {
  return { thresholdId: threshold.id, peers, units, reached, notReached, open, share: exact(share) };
}

function describeTargets(
  { content }: DashboardContext,
  set: CriteriaSet,
  shares: readonly ThresholdShare[],
): Dashboard['targets'] {
  const known = findTargets(content, set.id);
  if (!known) return null;
  return {
    note: known.note,
    targets: standAgainstTargets(known.targets, shares).map((standing) => describeTarget(standing, set)),
  };
}

function describeTarget({ target, share, wanted, missing, state }: TargetStanding, set: CriteriaSet) {
  const { id, title, threshold: thresholdId, year } = target satisfies Target;
  const { reached, units } = share;
  const sources = target.sources.map((source) => describeSource(source, set));
  return { id, title, thresholdId, year, sources, wanted, reached, units, missing, state };
}

function describeSource(source: Source, set: CriteriaSet) {
  if (source.kind === 'design') return { document: null, quote: source.note };
  const found = set.documents.find(({ id }) => id === source.document);
  const quote = { vi: source.quote, en: source.quote };
  return { document: found?.title ?? { vi: source.document, en: source.document }, quote };
}
