import { saysNothing } from '#shared/domain/merge/change.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import type { StoreReader } from '../db/store.ts';
import { digestOf } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { findAssessment } from './editableAssessment.ts';

/**
 * SHA-256 in hexadecimal of what one assessment, or all of them together, say: which unit, period and set, what
 * stands in every cell (all values of a conflict), and which revisions were signed or recalled. Equal content gives
 * the equal digest, whoever entered it and in whatever order it came. Errors: `assessment-unknown`, and those of the storage.
 */
export function digestOfContent(
  context: UseCaseContext,
  { assessmentId }: { readonly assessmentId: string | null },
): Result<{ readonly digest: string; readonly assessments: number }> {
  return context.store.read((reader) => {
    if (assessmentId === null) {
      const digests = reader.listAssessments().map((record) => digestOfAssessment(reader, record));
      return succeed({ digest: digestOf(digests.toSorted()), assessments: digests.length });
    }
    const record = findAssessment(reader, assessmentId);
    if (!record.ok) return record;
    return succeed({ digest: digestOfAssessment(reader, record.value), assessments: 1 });
  });
}

function digestOfAssessment(reader: StoreReader, record: AssessmentRecord): string {
  const { number, unitCode, unitValidFrom, period, setId, setVersion, setDigest } = record;
  return digestOf({
    unit: { code: unitCode, validFrom: unitValidFrom },
    period,
    set: { id: setId, version: setVersion, digest: setDigest },
    cells: valuesOfCells(reader, number),
    signatures: reader
      .listSignatures(number)
      .map(({ revision, digest, recall }) => toCanonicalJson({ revision, digest, recalled: recall !== null }))
      .toSorted(),
  });
}

const nothing = 'null';

/** By cell, the different values that stand there; a cell that was only ever taken back is as one that never was. */
function valuesOfCells(reader: StoreReader, assessment: number): Readonly<Record<string, readonly string[]>> {
  const cells = new Map<string, Set<string>>();
  for (const { stage, criterionId, field, value } of reader.readCells(assessment)) {
    const key = toCanonicalJson([stage, criterionId, field]);
    const values = cells.get(key) ?? new Set();
    const text = toCanonicalJson(value);
    cells.set(key, values.add(saysNothing(field, text) ? nothing : text));
  }
  return Object.fromEntries(
    [...cells].flatMap(([key, values]) =>
      values.size === 1 && values.has(nothing) ? [] : [[key, [...values].toSorted()]],
    ),
  );
}
