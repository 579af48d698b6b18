import Fraction from 'fraction.js';
import type { Dashboard } from '#shared/api/contract.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { roundForDisplay } from '#shared/domain/scoring/displayFigure.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { feedSchema, type Feed, type FeedStage } from '#shared/format/feed.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';
import { findSet, type LoadedSet } from '../../files/content.ts';
import type { FigureContext } from '../dashboard/keepFigures.ts';
import { listDashboardChoices } from '../dashboard/listChoices.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';

/** What the feed is about; without a period the one that the dashboard opens with. */
export interface FeedWish {
  readonly period?: string | undefined;
  readonly setId?: string | undefined;
}

const mostCriteria = 10;

/**
 * One period as the dashboard shows it, in all stages. Errors: `period-malformed`, `period-without-assessments`,
 * `nothing-to-feed` where no period was asked for, `criteria-set-ambiguous`, `criteria-set-unknown`, and those of the storage.
 */
export async function createFeed(context: FigureContext, wish: FeedWish): Promise<Result<Feed>> {
  const chosen = choose(context, wish);
  if (!chosen.ok) return chosen;
  const { period, setId } = chosen.value;
  const loadedSet = findSet(context.content, setId);
  if (!loadedSet.ok) return loadedSet;
  const read = async (basis: Basis) => await readDashboard(context, { period: period.code, setId, basis });
  const [claimed, evidenced, appraised, final] = [
    await read('claimed'),
    await read('evidenced'),
    await read('appraised'),
    await read('final'),
  ];
  if (!claimed.ok) return claimed;
  if (!evidenced.ok) return evidenced;
  if (!appraised.ok) return appraised;
  if (!final.ok) return final;
  const { set, digest } = loadedSet.value;
  const { head } = claimed.value;
  const stageOf = (dashboard: Dashboard) => toStage(dashboard, loadedSet.value);
  return succeed(
    feedSchema.parse({
      format: 'thuoc-so-feed',
      version: 1,
      period: { code: period.code, firstDay: period.firstDay, lastDay: period.lastDay },
      criteriaSet: {
        id: set.id,
        version: set.version,
        digest,
        status: set.status,
        title: set.title,
        statement: set.statement,
      },
      scope: head.scopeName,
      modified: newestEdit(context, claimed.value),
      units: head.units,
      arrived: head.arrived,
      stages: {
        claimed: stageOf(claimed.value),
        evidenced: stageOf(evidenced.value),
        appraised: stageOf(appraised.value),
        final: stageOf(final.value),
      },
    }),
  );
}

function choose(
  context: FigureContext,
  { period: code, setId }: FeedWish,
): Result<{ readonly period: Period; readonly setId: string }> {
  const wanted = code === undefined ? undefined : parsePeriod(code);
  if (wanted?.ok === false) return wanted;
  const listed = listDashboardChoices(context);
  if (!listed.ok) return listed;
  const fitting = listed.value.choices.filter(
    (choice) =>
      (setId ?? choice.setId) === choice.setId && (wanted?.value.code ?? choice.period) === choice.period,
  );
  const [first] = fitting;
  if (!first) {
    return wanted
      ? failWith('period-without-assessments', { period: wanted.value.code })
      : failWith('nothing-to-feed');
  }
  const sets = new Set(fitting.filter(({ period }) => period === first.period).map((choice) => choice.setId));
  if (wanted && sets.size > 1) {
    return failWith('criteria-set-ambiguous', {
      period: first.period,
      sets: [...sets].toSorted().join(', '),
    });
  }
  const period = parsePeriod(first.period);
  return period.ok ? succeed({ period: period.value, setId: first.setId }) : period;
}

function toStage(
  { head, shares, set, targets, bands, ranking, criteria }: Dashboard,
  { set: whole }: LoadedSet,
): FeedStage {
  const bounds = boundsOfSet(whole, 'points');
  return {
    scored: head.scored,
    thresholds: shares
      .filter(({ peers }) => peers === null)
      .flatMap(({ thresholdId, units, reached, notReached, open, share }) =>
        set.thresholds
          .filter(({ id }) => id === thresholdId)
          .map(({ id, title, measure, at }) => {
            const counts = { units, reached, notReached, open };
            return { id, title, measure, at: Number(at), ...counts, sharePercent: shown(share) };
          }),
      ),
    targets: (targets?.targets ?? []).map(({ id, title, year, wanted, reached, missing, state }) => {
      return { id, title, year, wanted, reached, missing, state };
    }),
    bands: bands.map(({ id, name, units }) => ({ id, name, units })),
    units: ranking.map(({ unit, place, points, max, percent, totalPercent, bandId }) => ({
      unit: { code: unit.code, validFrom: unit.validFrom, name: unit.name, kind: unit.kind },
      place: place.rank,
      placeOf: place.of,
      points: shown(points, max === null ? [] : boundsInPoints(whole, new Fraction(max))),
      maxPoints: shown(max),
      percent: shown(percent, bounds),
      totalPercent: shown(totalPercent, bounds),
      band: bandId,
    })),
    weakest: criteria
      .filter(({ percent }) => percent !== null)
      .slice(0, mostCriteria)
      .map(({ id, code, name, units, met, percent }) => ({
        id,
        code,
        name,
        units,
        met,
        percent: shown(percent),
      })),
  };
}

function shown(figure: string | null, bounds: readonly Fraction[] = []): number | null {
  return figure === null ? null : Number(roundForDisplay(new Fraction(figure), bounds));
}

function newestEdit({ store }: FigureContext, { ranking }: Dashboard): string | null {
  const here = new Set(ranking.flatMap(({ assessmentId }) => (assessmentId === null ? [] : [assessmentId])));
  const found = store.read((reader) =>
    succeed(
      [...here].flatMap((id) => {
        const record = reader.findAssessment(id);
        return record ? (reader.findLastChangeTime(record.number) ?? []) : [];
      }),
    ),
  );
  return found.ok ? (found.value.toSorted().at(-1) ?? null) : null;
}
