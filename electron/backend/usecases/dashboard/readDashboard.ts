import type { CallOutput } from '#shared/api/contract.ts';
import { spreadOverBands } from '#shared/domain/ranking/bandSpread.ts';
import { heatGroups } from '#shared/domain/ranking/heatTable.ts';
import { rankComparedUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import type { Target } from '#shared/domain/ranking/targets.ts';
import {
  shareThresholds,
  standAgainstTargets,
  type TargetStanding,
  type ThresholdShare,
} from '#shared/domain/ranking/thresholdShares.ts';
import { rankCriterionSums } from '#shared/domain/ranking/weakestCriteria.ts';
import type { CriteriaSet, Source } from '#shared/domain/criteria/criteriaSet.ts';
import type { Result } from '#shared/errors/result.ts';
import { findTargets } from '../../files/content.ts';
import {
  lookAtPeriod,
  type ComparedPeriod,
  type DashboardQuestion,
  type PeriodLook,
} from './comparePeriod.ts';
import { describeRanked, exact } from './describeRanked.ts';
import type { FigureContext } from './keepFigures.ts';
import { sumCriteria } from './keptCriteria.ts';

type Dashboard = CallOutput<'dashboard.read'>;

/** One period of all units of the scope on one basis. Errors: those of `comparePeriod`. */
export async function readDashboard(
  context: FigureContext,
  question: DashboardQuestion,
): Promise<Result<Dashboard>> {
  return await lookAtPeriod(context, question, (look) => describe(context, look, question));
}

function describe(
  context: FigureContext,
  { compared, criteria }: PeriodLook,
  { basis }: Pick<DashboardQuestion, 'basis'>,
): Dashboard {
  const { loadedSet, period, units, leftOut } = compared;
  const { set } = loadedSet;
  const shares = shareThresholds(set.thresholds, units, basis);
  const sums = sumCriteria(criteria(), basis);
  return {
    set: describeSet(set),
    period: period.code,
    basis,
    head: describeHead(compared),
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
    groups: heatGroups(set).map(({ id, code, name }) => ({ id, code, name })),
    ranking: rankComparedUnits(units).map((unit) => describeRanked(unit, set, basis)),
    criteria: rankCriterionSums(set, sums).map(({ criterion, percent, units: count, answered, met }) => ({
      id: criterion.id,
      code: criterion.code,
      name: criterion.name,
      units: count,
      answered,
      met,
      percent: exact(percent),
    })),
  };
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

function describeHead({ scope, units }: ComparedPeriod): Dashboard['head'] {
  return {
    scopeName: scope?.unit.name ?? null,
    units: units.length,
    arrived: units.filter(({ record }) => record !== null).length,
    scored: units.filter(({ standing }) => standing !== null).length,
  };
}

function describeShare({ threshold, peers, units, reached, notReached, open, share }: ThresholdShare) {
  return { thresholdId: threshold.id, peers, units, reached, notReached, open, share: exact(share) };
}

function describeTargets(
  { content }: FigureContext,
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
