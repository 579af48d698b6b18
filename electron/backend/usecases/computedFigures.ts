import type { CallOutput } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import {
  computeFigures,
  type ComputedFigure,
  type CountedUnit,
} from '#shared/domain/ranking/computedFigures.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { computedText } from '#shared/report/computedText.ts';
import { formatPeriod } from '#shared/report/formatPeriod.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import { findComputations } from '../files/content.ts';
import { createReportTranslate } from '../reports/reportWords.ts';
import { answersOfCells } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { comparePeriod, type ComparedPeriodUnit } from './dashboard/comparePeriod.ts';
import { dayInVietnam } from './dayInVietnam.ts';
import { findAssessment } from './editableAssessment.ts';
import { recordAnswers, type RecordedAnswers } from './recordAnswers.ts';

interface Question {
  readonly assessmentId: string;
}

/** What is recorded is Vietnamese, whatever language the screen shows. */
const translate = createReportTranslate('vi');

/**
 * Figures of the city's own assessment that are counted from the units below it, as their results stand now; none in
 * other assessments. Errors: `assessment-unknown`, and those of `comparePeriod`.
 */
export async function readComputedFigures(
  context: UseCaseContext,
  { assessmentId }: Question,
): Promise<Result<CallOutput<'computed.read'>>> {
  const computed = await compute(context, assessmentId);
  if (!computed.ok) return computed;
  return succeed({
    figures: computed.value.figures.map((figure) => ({
      criterionId: figure.criterionId,
      value: figure.value,
      explanation: computedText(figure, translate),
      threshold: {
        measure: figure.threshold.measure,
        at: figure.threshold.at,
        title: figure.threshold.title,
      },
      units: figure.units.toSorted(byReachedAndPercent).map(describeUnit),
    })),
  });
}

/**
 * Takes a counted figure over as the answer: the figure, the calculation as explanation, and the summary of results as
 * document. Errors: `computation-gone` when nothing is counted for the criterion any more, those of
 * `readComputedFigures` and of `recordAnswers`.
 */
export async function takeComputedFigure(
  context: UseCaseContext,
  { assessmentId, criterionId }: Question & { readonly criterionId: string },
): Promise<Result<RecordedAnswers>> {
  const computed = await compute(context, assessmentId);
  if (!computed.ok) return computed;
  const figure = computed.value.figures.find((one) => one.criterionId === criterionId);
  if (!figure) return failWith('computation-gone');
  const standing = context.store.read((reader) =>
    succeed(answersOfCells(reader.readCells(computed.value.record.number))[criterionId]?.evidence ?? []),
  );
  if (!standing.ok) return standing;
  return recordAnswers(context, {
    assessmentId,
    edits: [
      { criterionId, field: 'value', value: figure.value },
      { criterionId, field: 'explanation', value: computedText(figure, translate) },
      {
        criterionId,
        field: 'evidence',
        value: withSummary(standing.value, computed.value.record.period, context.now()),
      },
    ],
  });
}

async function compute(
  context: UseCaseContext,
  assessmentId: string,
): Promise<
  Result<{
    readonly record: AssessmentRecord;
    readonly figures: readonly ComputedFigure<ComparedPeriodUnit>[];
  }>
> {
  const found = context.store.read((reader) => findAssessment(reader, assessmentId));
  if (!found.ok) return found;
  const record = found.value;
  const computations = findComputations(context.content, record.setId);
  if (!computations) return succeed({ record, figures: [] });
  const question = { period: record.period, setId: computations.from, basis: 'final' } as const;
  const compared = await comparePeriod(context, question);
  if (!compared.ok) return compared;
  const { scope, units, loadedSet } = compared.value;
  // Only whoever stands above the units knows them all.
  const isOwn = scope?.unit.code === record.unitCode && scope.list.validFrom === record.unitValidFrom;
  const figures = isOwn ? computeFigures(computations, loadedSet.set.thresholds, units) : [];
  return succeed({ record, figures });
}

function describeUnit({ source, unit, basis, percent, reached }: CountedUnit<ComparedPeriodUnit>) {
  return {
    unit,
    assessmentId: source.record?.id ?? null,
    basis,
    percent: percent?.toFraction() ?? null,
    reached,
  };
}

function byReachedAndPercent(a: CountedUnit, b: CountedUnit): number {
  if (a.reached !== b.reached) return a.reached ? -1 : 1;
  if (a.percent === null || b.percent === null)
    return Number(a.percent === null) - Number(b.percent === null);
  return b.percent.compare(a.percent);
}

/** One card for the summary, with the day of the newest count; one to which somebody has added anything is a document of its own. */
function withSummary(standing: readonly Evidence[], periodCode: string, now: Date): Evidence[] {
  const period = parsePeriod(periodCode);
  const title = translate('report:computedDocument', {
    period: period.ok ? formatPeriod(period.value, translate) : periodCode,
  });
  const card: Evidence = { number: '', date: dayInVietnam(now), issuer: '', title, page: '' };
  const made = toCanonicalJson({ ...card, date: '' });
  return [...standing.filter((one) => toCanonicalJson({ ...one, date: '' }) !== made), card];
}
