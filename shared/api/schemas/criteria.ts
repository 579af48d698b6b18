import { z } from 'zod';
import { criterionAspects } from '../../domain/criteria/compare/differingFields.ts';
import { contentFaultCodes } from '../../domain/criteria/check/contentFault.ts';
import { authoringFaultCodes } from '../../format/authoring/authoringFault.ts';
import { localisedText, sha256 } from './general.ts';

const status = z.enum(['reference', 'official']);

/** The document by which an official set was issued. */
const issued = z.object({
  number: z.string(),
  /** ISO day. */
  date: z.string(),
  body: localisedText,
});

const described = {
  id: z.string(),
  version: z.string(),
  title: localisedText,
  statement: localisedText,
  status,
  issued: issued.nullable(),
  digest: sha256,
  criteriaCount: z.int(),
};

export const setSummary = z.object({
  ...described,
  appliesTo: z.array(z.string()),
  /** Whether it came with the application or in a file. */
  origin: z.enum(['bundled', 'imported']),
  /** The official set behind which this reference set steps back. */
  successor: z.object({ id: z.string(), version: z.string(), title: localisedText }).nullable(),
});

/** A workbook is base64; hosts refuse more than this before. */
const workbook = z.base64().max(14_000_000);

export const workbookToRead = z.strictObject({ base64: workbook });

/** How a criterion of the version before lives on; none in `to` when it is gone. */
const change = z.strictObject({
  from: z.string().max(40),
  to: z.array(z.string().max(40)).max(1000),
  keepsValue: z.boolean(),
});

const comparedCriterion = z.object({ id: z.string(), code: z.string(), name: localisedText });

/** What a workbook says: its set, or everything that is wrong with it. */
export const examinedSet = z.object({
  set: z.object(described).nullable(),
  faults: z.array(
    z.object({
      code: z.enum([...authoringFaultCodes, ...contentFaultCodes]),
      /** Sheet and cell, or what of the set. */
      place: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** Beside the version before; null for the first of its id, and while the set cannot be understood. */
  comparison: z
    .object({
      previous: z.object({ version: z.string(), status }),
      /** Proposed by the words of what is gone and what is new. */
      changes: z.array(change),
      criteria: z.array(
        z.object({
          kind: z.enum(['same', 'changed', 'split', 'merged', 'new', 'removed']),
          before: z.array(comparedCriterion),
          after: comparedCriterion.nullable(),
          keepsValue: z.boolean(),
          aspects: z.array(z.enum(criterionAspects)),
        }),
      ),
    })
    .nullable(),
});

export const setToPublish = z.strictObject({
  base64: workbook,
  /** As a person has left them; for the version before. */
  changes: z.array(change).max(10_000),
});

export const publishedSet = z.object({
  downloadId: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256,
  setId: z.string(),
  setVersion: z.string(),
  digest: sha256,
});
