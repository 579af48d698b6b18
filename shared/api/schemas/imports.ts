import { z } from 'zod';
import { instant, sha256, unitSummary } from './general.ts';
import { appErrorSchema } from './errors.ts';

export const importVerdict = z.enum(['new', 'same', 'newer', 'older', 'conflict', 'refused']);
export const packageKind = z.enum(['assessment', 'review', 'receipt', 'criteria-set', 'bundle']);

/** One file of an import; what cannot be known of a refused file is null. */
export const importFile = z.object({
  /** Within the import, from 1. */
  number: z.int(),
  name: z.string(),
  size: z.int(),
  state: z.enum(['waiting', 'checked', 'imported', 'left-out']),
  /** Null while waiting. */
  verdict: importVerdict.nullable(),
  /** Why it was refused; the first says it best. */
  errors: z.array(appErrorSchema),
  /** What a person should know although it is not refused. */
  warnings: z.array(appErrorSchema),
  kind: packageKind.nullable(),
  unit: unitSummary.nullable(),
  period: z.string().nullable(),
  setId: z.string().nullable(),
  setVersion: z.string().nullable(),
  /** 0 for a working copy that nobody has signed. */
  revision: z.int().nullable(),
  signer: z
    .object({
      publicKey: z.string(),
      words: z.array(z.string()),
      standing: z.enum(['known', 'first', 'introduced', 'changed']),
      /** For whom the key speaks, which of a review or a receipt is not the unit that the file is about. */
      role: z.enum(['commune', 'aggregator', 'city']),
      unit: unitSummary.pick({ code: true, validFrom: true, name: true }),
    })
    .nullable(),
  /** Edits that it brings, and cells of which two different values will stand side by side. */
  changes: z.int(),
  conflicts: z.int(),
  /** Kept aside until what it needs (its criteria set, its unit) is here. */
  quarantined: z.boolean(),
  /** The assessment here that it belongs to; null before it is imported for the first time. */
  assessmentId: z.string().nullable(),
});

/** How far an import is; `files` are those that changed after the `cursor` of the question. */
export const importProgress = z.object({
  id: z.string(),
  state: z.enum(['receiving', 'checking', 'checked', 'importing', 'done', 'cancelled']),
  total: z.int(),
  done: z.int(),
  cursor: z.int(),
  files: z.array(importFile),
});

const page = { offset: z.int().nonnegative(), limit: z.int().min(1).max(100) };
export const importPage = z.strictObject(page);

/** An import of the past. */
export const importRecord = z.object({
  id: z.string(),
  importedAt: instant,
  files: z.int(),
  /** How many of its files had which verdict. */
  verdicts: z.object({
    new: z.int(),
    same: z.int(),
    newer: z.int(),
    older: z.int(),
    conflict: z.int(),
    refused: z.int(),
  }),
  /** `nothing`: it changed nothing, so that there is nothing to undo. */
  undo: z.enum(['possible', 'blocked', 'done', 'nothing']),
  /** For `blocked`: what was built on it since, some of `builtOnTotal`. */
  builtOn: z.array(
    z.object({
      unitName: z.string(),
      period: z.string(),
      by: z.enum(['edit', 'signature', 'import']),
      at: instant,
    }),
  ),
  builtOnTotal: z.int(),
  undoneAt: instant.nullable(),
});

/** Newest first; `total` counts all of them. */
export const importRecords = z.object({ total: z.int(), imports: z.array(importRecord) });

/** Files of one import; no text finds all of them. */
export const importedFilesQuestion = z.strictObject({ id: z.string(), text: z.string().max(200), ...page });

/** In the order in which they came; `found` counts all that answer to the text. */
export const importedFiles = z.object({
  found: z.int(),
  files: z.array(
    z.object({
      /** Names one file of all imports. */
      number: z.int(),
      name: z.string(),
      verdict: importVerdict,
      code: z.string().nullable(),
      unitName: z.string().nullable(),
      period: z.string().nullable(),
      assessmentId: z.string().nullable(),
    }),
  ),
});

/** A file kept aside until what it needs arrives. */
export const quarantinedFile = z.object({
  name: z.string(),
  size: z.int(),
  sha256,
  keptAt: instant,
  errors: z.array(appErrorSchema),
});

const cellAddress = {
  stage: z.enum(['self', 'appraised', 'final']),
  criterionId: z.string(),
  field: z.string(),
};
const dot = z.tuple([z.string(), z.int()]);

/** From which file an edit came; null for one made here. */
export const changeSource = z.object({
  fileName: z.string(),
  sha256,
  importedAt: instant,
  revision: z.int(),
  signerUnit: z.string(),
  signerWords: z.array(z.string()),
});

export const conflictingValue = z.object({
  dots: z.array(dot),
  value: z.unknown(),
  author: z.string(),
  changedAt: instant,
  source: changeSource.nullable(),
});

/** A cell in which edits that had not seen each other say different things. */
export const conflict = z.object({
  assessmentId: z.string(),
  unit: unitSummary,
  period: z.string(),
  setId: z.string(),
  setVersion: z.string(),
  ...cellAddress,
  /** At least two, each with what distinguishes it. */
  values: z.array(conflictingValue),
});

export const decision = z.strictObject({
  assessmentId: z.string(),
  ...cellAddress,
  /** One of the values side by side, or another. */
  value: z.unknown(),
  /** The edits that stood side by side before whoever decided; left out where nobody else can have come between. */
  seen: z.array(dot).max(10_000).optional(),
});

export const lineageQuestion = z.strictObject({ assessmentId: z.string(), ...cellAddress });

/** One edit in the life of a value, newest first. */
export const lineageEntry = z.object({
  dot,
  value: z.unknown(),
  author: z.string(),
  changedAt: instant,
  /** Whether it holds now. */
  stands: z.boolean(),
  replaced: z.array(dot),
  /** It took the place of different values that stood side by side. */
  decided: z.boolean(),
  source: changeSource.nullable(),
});
