import type { CallOutput } from '#shared/api/contract.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { StoredFile } from '../files/evidenceStore.ts';
import type { UseCaseContext } from './context.ts';
import { readAssessment } from './readAssessment.ts';

type EvidenceUsage = CallOutput<'evidence.usage'>;

/**
 * The files attached to an assessment, each once, in the order in which the form first names them. Errors:
 * `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`, and those of the storage.
 */
export function readEvidenceUsage(
  context: UseCaseContext,
  { assessmentId }: { readonly assessmentId: string },
): Result<EvidenceUsage> {
  const found = context.store.read((reader) => readAssessment(reader, context.content, assessmentId));
  if (!found.ok) return found;
  const { answers, loadedSet } = found.value;
  const uses = new Map<string, { readonly file: StoredFile; readonly criterionIds: Set<string> }>();
  for (const { id } of listCriteria(loadedSet.set)) {
    for (const { file } of answers[id]?.evidence ?? []) {
      if (!file) continue;
      const use = uses.get(file.sha256) ?? { file, criterionIds: new Set() };
      use.criterionIds.add(id);
      uses.set(file.sha256, use);
    }
  }
  const files = [...uses.values()].map(({ file, criterionIds }) => ({
    ...file,
    missing: !context.evidence.locate(file).ok,
    criterionIds: [...criterionIds],
  }));
  return succeed({ totalBytes: files.reduce((sum, { size }) => sum + size, 0), files });
}
