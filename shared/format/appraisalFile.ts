import { z } from 'zod';
import { appError, fail, succeed, type Result } from '#shared/errors/result.ts';
import { textLimits } from '../domain/assessment/answer.ts';
import type { UnitVersion } from '../domain/units/findUnits.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { openFile } from './openFile.ts';
import { isRecord, reportUnknownFields, type FaultList } from './readFields.ts';
import { findCriterionByKey, readSubject, type KnownContent } from './readSubject.ts';

/** Name and newest version of the appraisal file that the command line reads (docs/cli.md). */
export const appraisalFormat = { name: 'thuoc-so-appraisal', version: 1, keyedBy: 'appraisals' } as const;

/** Largest appraisal file that is read, in bytes. */
export const appraisalFileLimit = 10 * 1024 * 1024;

const appraisalEntry = z.strictObject({
  decision: z.enum(['accepted', 'adjusted', 'explanation-asked', 'returned']),
  /** For `adjusted`; a decimal comma may be used in a text. */
  points: z.union([z.string(), z.number()]).nullable().default(null),
  reason: z.string().max(textLimits.long).default(''),
});

/** The shape of an appraisal file, published as a JSON Schema. */
export const appraisalFileSchema = z.strictObject({
  format: z.literal(appraisalFormat.name),
  version: z.literal(appraisalFormat.version),
  criteriaSet: z.string(),
  criteriaVersion: z.string(),
  unit: z.string(),
  period: z.string(),
  /** Whose judgement it is: the aggregator's or the council's. */
  stage: z.enum(['appraised', 'final']),
  /** Keys are display codes or permanent ids of criteria. */
  appraisals: z.record(z.string(), appraisalEntry),
});

/** What an appraisal file says, with everything it names found. */
export interface ReadAppraisalFile {
  readonly set: CriteriaSet;
  readonly unit: UnitVersion;
  readonly period: Period;
  readonly stage: 'appraised' | 'final';
  readonly appraisals: readonly (z.output<typeof appraisalEntry> & { readonly criterionId: string })[];
}

const knownFields = Object.keys(appraisalFileSchema.shape);

/**
 * Reads the text of an appraisal file. Errors, all faults at once: those of `openFile` and `readSubject`,
 * `field-unknown`, `field-missing`, `object-expected`, `criterion-unknown`, `criterion-repeated`,
 * `criterion-does-not-apply`, `document-invalid`.
 */
export function readAppraisalFile(text: string, content: KnownContent): Result<ReadAppraisalFile> {
  const opened = openFile(text, appraisalFormat);
  if (!opened.ok) return opened;
  const { fields } = opened.value;
  const faults: FaultList = [...opened.value.faults];
  reportUnknownFields(fields, knownFields, '', faults);
  const { loaded, unit, period, unitKind } = readSubject(fields, content, faults);
  const stage = appraisalFileSchema.shape.stage.safeParse(fields['stage']);
  if (!stage.success) faults.push(appError('field-missing', { field: 'stage' }, 'stage'));
  const appraisals = loaded ? readEntries(fields['appraisals'], { set: loaded.set, unitKind }, faults) : [];
  if (faults.length > 0 || !loaded || !unit || !period || !stage.success) return fail(faults);
  return succeed({ set: loaded.set, unit, period, stage: stage.data, appraisals });
}

function readEntries(
  input: unknown,
  frame: { readonly set: CriteriaSet; readonly unitKind: string | null },
  faults: FaultList,
): ReadAppraisalFile['appraisals'] {
  if (!isRecord(input)) {
    faults.push(
      input === undefined
        ? appError('field-missing', { field: 'appraisals' }, 'appraisals')
        : appError('object-expected', {}, 'appraisals'),
    );
    return [];
  }
  const known = new Set<string>();
  return Object.entries(input).flatMap(([key, entry]) => {
    const place = `appraisals.${key}`;
    const criterion = findCriterionByKey(frame, key, { place, isKnown: (id) => known.has(id) }, faults);
    const read = appraisalEntry.safeParse(entry);
    if (!read.success)
      faults.push(appError('document-invalid', { reason: read.error.issues[0]?.message ?? '' }, place));
    if (!criterion || !read.success) return [];
    known.add(criterion.id);
    return [{ ...read.data, criterionId: criterion.id }];
  });
}
