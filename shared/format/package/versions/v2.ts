import { z } from 'zod';
import { criteriaSetSchema } from '../../../domain/criteria/criteriaSet.ts';
import { v1 } from './v1.ts';

// Version 2 of the package: a review may give the result back, and a criteria set may say by which document it was
// issued. Once shipped, this file never changes; when the schema of criteria sets changes, the one of today moves here.

const instant = z.iso.datetime();
const id = z.string().min(1).max(300);
/** A reduced fraction; sums over many denominators are long. */
const fraction = z
  .string()
  .max(10_000)
  .regex(/^-?\d+(?:\/[1-9]\d*)?$/u);
const count = z.int().nonnegative();

const result = z.strictObject({
  /** The latest stage in which something about the unit was decided. */
  stage: z.enum(['appraised', 'final']),
  /** When the newest decision of that stage was made. */
  decidedAt: instant,
  points: fraction,
  max: fraction,
  /** Null where nothing counts. */
  percent: fraction.nullable(),
  bonus: fraction,
  penalty: fraction,
  /** With bonus and penalty, what the place is decided by first. */
  totalPercent: fraction.nullable(),
  criteriaMet: count,
  criteriaApplicable: count,
  verdicts: z
    .array(
      z.strictObject({
        threshold: id,
        measure: z.enum(['points', 'criteria']),
        /** In percent. */
        at: z.string().max(40),
        state: z.enum(['reached', 'not-reached', 'open']),
      }),
    )
    .max(100),
  /** Of the set; null below all bands, and where nothing counts. */
  band: id.nullable(),
  /** Among the units of its kind that have figures in this stage; null where nothing counts. */
  place: z
    .strictObject({
      rank: z.int().positive(),
      of: z.int().positive(),
      /** How many others share the place. */
      tied: count,
      /** The kind of unit. */
      peerGroup: id,
    })
    .nullable(),
});

const [ofSubject, ofNone] = v1.manifest.options;
const version = z.literal(2);

export const v2 = {
  manifest: z.discriminatedUnion('kind', [ofSubject.extend({ version }), ofNone.extend({ version })]),
  signature: v1.signature,
  documents: {
    ...v1.documents,
    review: v1.documents.review.extend({ result: result.nullable() }),
    'criteria-set': v1.documents['criteria-set'].extend({ set: criteriaSetSchema }),
  },
} as const;

export interface ContentOfVersion1 {
  readonly manifest: z.infer<typeof v1.manifest>;
  readonly document: object;
}

/** No review of version 1 gave a result back. */
export function upgradeFromVersion1({ manifest, document }: ContentOfVersion1) {
  return {
    manifest: { ...manifest, version: 2 },
    document: manifest.kind === 'review' ? { ...document, result: null } : document,
  };
}
