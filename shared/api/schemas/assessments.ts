import { z } from 'zod';
import { fractionText, header, instant, localisedText, sha256, shortText, unitSummary } from './general.ts';
import { storedAnswers } from './answers.ts';
import { returnedResult } from './results.ts';

export const standingSummary = z.object({
  percent: fractionText.nullable(),
  ceilingPercent: fractionText.nullable(),
  criteriaMet: z.int(),
  criteriaApplicable: z.int(),
  criteriaOpen: z.int(),
  verdicts: z.array(
    z.object({
      thresholdId: z.string(),
      measure: z.enum(['points', 'criteria']),
      /** In percent. */
      at: z.string(),
      state: z.enum(['reached', 'not-reached', 'open']),
    }),
  ),
});

/** What came back from the level above for exactly the content that is signed. */
export const receipt = z.object({
  receiverName: z.string(),
  receivedAt: instant,
  revision: z.int(),
  publicKey: z.string(),
});

/** What the level above has decided about the answers as they stand. */
const appraisalState = z.object({
  criteriaJudged: z.int(),
  /** Sent back or in need of an explanation, and not answered anew since. */
  criteriaOwed: z.int(),
  criteriaToJudge: z.int(),
});

const signingState = z.enum(['open', 'signed']);

export const assessmentSummary = z.object({
  id: z.string(),
  unit: unitSummary,
  period: z.string(),
  setId: z.string(),
  setVersion: z.string(),
  setTitle: localisedText,
  /** What the set says about itself, e.g. that it is a reference set; empty where the set is missing here. */
  setStatement: localisedText,
  /** A newer version of the set that is here and by which the unit has no assessment of this period yet. */
  newerVersion: z.string().nullable(),
  createdAt: instant,
  /** When the last edit became durable; null before the first. */
  savedAt: instant.nullable(),
  /** How many times it has been signed. */
  revision: z.int(),
  signingState,
  /** Null while none has come back for the signature in force. */
  receipt: receipt.nullable(),
  /** Null while nobody has judged anything. */
  appraisal: appraisalState.nullable(),
  /** Null while the level above has given none back. */
  result: returnedResult.nullable(),
  /** ISO day by which it is due; null where the period cannot be understood. */
  deadline: z.string().nullable(),
  standing: standingSummary,
});

/** An assessment in the list of all of them, with what has come from elsewhere. */
export const listedAssessment = assessmentSummary.extend({
  /** Cells in which different values stand side by side. */
  conflicts: z.int(),
  /** The newest file that brought something into it; null for one made here. */
  received: z.object({ fileName: z.string(), importedAt: instant }).nullable(),
});

/** Who signs, as it stands below the form; `date` is an ISO day. */
const signatory = { name: shortText, title: shortText, place: shortText, date: z.string().max(40) };
export const signatureInput = z.strictObject({
  assessmentId: z.string(),
  ...signatory,
  /** Of what the signatory was shown: anything else is not signed then. */
  contentDigest: sha256.optional(),
});

/** A signature with the digest of exactly what was signed, the one that the scorecard prints. */
const signature = z.object({ ...signatory, signedAt: instant, digest: sha256 });

export const signing = z.object({
  /** How many times it has been signed; the number of the newest signature. */
  revision: z.int(),
  state: signingState,
  /** The signature in force; null while the assessment is open. */
  signature: signature.nullable(),
  /** Newest first. */
  recalls: z.array(z.object({ revision: z.int(), reason: z.string(), recalledAt: instant })),
});

/** Labour that the officer expects of a criterion, for the path to the threshold. */
export const efforts = z.record(z.string(), z.int().min(1).max(100));

/** What becomes of each criterion in a newer version of the set. */
export const carryOverPreview = z.object({
  setVersion: z.string(),
  criteria: z.array(
    z.object({
      code: z.string(),
      name: localisedText,
      kind: z.enum(['same', 'changed', 'split', 'merged', 'new']),
      /** Codes in the older version. */
      from: z.array(z.string()),
      answered: z.boolean(),
    }),
  ),
  /** Criteria that no longer exist; their answers stay in the older assessment. */
  removed: z.array(z.object({ code: z.string(), name: localisedText, answered: z.boolean() })),
});

export const openedAssessment = z.object({
  assessment: assessmentSummary,
  answers: storedAnswers,
  header,
  efforts,
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  signing,
  /** Of what is declared, as a signature of it would keep it. */
  contentDigest: sha256,
});

const role = z.enum(['commune', 'aggregator', 'city']);

/** Who works on this installation. */
export const profile = z.object({ role, unit: unitSummary, header });
export const profileInput = z.strictObject({ role, unitCode: z.string(), header });

export const backup = z.object({
  name: z.string(),
  createdAt: instant,
  /** In bytes. */
  size: z.int(),
  reason: z.enum(['automatic', 'manual', 'before-restore', 'before-migration', 'before-update']),
});
