import type { CarryOverPreview } from '#shared/api/contract.ts';
import type { Answer } from '#shared/domain/assessment/answer.ts';
import { targetYear } from '#shared/domain/assessment/period.ts';
import { mapCriteria } from '#shared/domain/carryForward/mapCriteria.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { changesBetween } from '#shared/domain/criteria/setMap.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
import { scoreCriterion } from '#shared/domain/scoring/scoreCriterion.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { findSet } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { compareVersions } from './earlierAssessments.ts';
import { readAssessment } from './readAssessment.ts';

/**
 * What becomes of each criterion when an assessment is carried over to the newest version of its set, through the
 * set's own map; nothing is changed. Carrying over itself is a new assessment that starts from this one
 * (`createAssessment`). Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`,
 * `set-version-newest`.
 */
export function previewCarryOver(context: UseCaseContext, id: string): Result<CarryOverPreview> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, id);
    if (!found.ok) return found;
    const { record, loadedSet, answers, period } = found.value;
    const newest = findSet(context.content, record.setId);
    if (!newest.ok) return newest;
    const { set } = newest.value;
    if (compareVersions(set.version, record.setVersion) <= 0) return failWith('set-version-newest');
    const changes = changesBetween(loadedSet.set, newest.value, context.content.sets);
    const mapped = mapCriteria(loadedSet.set, set, changes);
    // As `suggestAnswers` offers them.
    const hasFigures = (before: Criterion): boolean => {
      const answer = answers[before.id];
      return (
        answer?.notApplicable === '' &&
        scoreCriterion(before, answer, targetYear(period)).state === 'answered'
      );
    };
    return succeed({
      setVersion: set.version,
      criteria: mapped.criteria
        .filter(({ criterion }) => appliesToUnit(criterion, record.unitKind))
        .map(({ criterion, kind, sources }) => ({
          code: criterion.code,
          name: criterion.name,
          kind,
          from: sources.map(({ before }) => before.code),
          answered: sources.some(({ before }) => hasFigures(before)),
        })),
      removed: mapped.removed
        .filter((criterion) => appliesToUnit(criterion, record.unitKind))
        .map(({ id: criterionId, code, name }) => ({
          code,
          name,
          answered: isDeclared(answers[criterionId]),
        })),
    });
  });
}

function isDeclared(answer: Answer | undefined): boolean {
  if (!answer) return false;
  const { value, evidence, explanation, notApplicable } = answer;
  return value !== null || evidence.length > 0 || explanation !== '' || notApplicable !== '';
}
