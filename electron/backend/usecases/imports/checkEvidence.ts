import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { criteriaById } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import { replacedIn } from '#shared/domain/merge/standing.ts';
import { appError, fail, succeed, type Result } from '#shared/errors/result.ts';
import type { ManifestEntry } from '#shared/format/package/newest.ts';

/**
 * Whether a file that says to bring its evidence brings every file of a card that stands. The cards have been
 * checked. Errors: `evidence-file-missing` with criterion code and field as place.
 */
export function checkEvidence(
  set: CriteriaSet,
  changes: readonly Change[],
  entries: readonly ManifestEntry[],
): Result<null> {
  // Most cards have no file: a look at the text spares reading it.
  const withFiles = changes.filter(
    ({ field, valueText }) => field === 'evidence' && valueText.includes('"sha256"'),
  );
  if (withFiles.length === 0) return succeed(null);
  const sizes = new Map(entries.map(({ path, size }) => [path, size]));
  const replaced = replacedIn(changes);
  const faults = withFiles.flatMap(({ dot, criterionId, valueText }) => {
    if (replaced.has(dot)) return [];
    const cards = JSON.parse(valueText) as readonly Evidence[];
    const code = criteriaById(set).get(criterionId)?.code ?? criterionId;
    return cards.flatMap(({ file }, index) =>
      file && sizes.get(`evidence/${file.sha256}`) !== file.size
        ? [appError('evidence-file-missing', { path: file.name }, `${code}.evidence[${String(index)}].file`)]
        : [],
    );
  });
  return faults.length > 0 ? fail(faults.slice(0, 20)) : succeed(null);
}
