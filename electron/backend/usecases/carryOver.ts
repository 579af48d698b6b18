import type { CarryOverPreview } from '#shared/api/contract.ts';
import { mapCriteria } from '#shared/domain/carryForward/mapCriteria.ts';
import { changesBetween } from '#shared/domain/criteria/setMap.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
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
    const { record, loadedSet, answers } = found.value;
    const newest = findSet(context.content, record.setId);
    if (!newest.ok) return newest;
    const { set } = newest.value;
    if (compareVersions(set.version, record.setVersion) <= 0) return failWith('set-version-newest');
    const changes = changesBetween(loadedSet.set, newest.value, context.content.sets);
    const mapped = mapCriteria(loadedSet.set, set, changes);
    const isAnswered = (criterionId: string): boolean => {
      const answer = answers[criterionId];
      return answer !== undefined && (answer.value !== null || answer.evidence.length > 0);
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
          answered: sources.some(({ before }) => isAnswered(before.id)),
        })),
      removed: mapped.removed
        .filter((criterion) => appliesToUnit(criterion, record.unitKind))
        .map(({ id: criterionId, code, name }) => ({ code, name, answered: isAnswered(criterionId) })),
    });
  });
}
