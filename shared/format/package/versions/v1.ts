import { z } from 'zod';
import { consistencyChecksSchema } from '../../../domain/selfCheck/consistencyChecks.ts';
import { packageLimits } from '../limits.ts';
import { criteriaSetV1 } from './criteriaSetV1.ts';

// Version 1 of the package. Once shipped, this file never changes: a new need is a new version beside it, with an
// upgrade in versions.ts. The schema of criteria sets stands as it was in criteriaSetV1.ts.

const text = z.string().max(300);
const longText = z.string().max(10_000);
const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Base64 of the raw 32 bytes of an Ed25519 key. */
const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/u);
const replicaId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u);
const role = z.enum(['commune', 'aggregator', 'city']);
const stage = z.enum(['self', 'appraised', 'final']);
const unitCode = z.string().min(1).max(40);
const validFrom = z.iso.date().nullable();
const unitKey = z.strictObject({ code: unitCode, validFrom, name: text });
const revision = z.int().nonnegative();

const subject = z.strictObject({
  unit: z.strictObject({ code: unitCode, validFrom, name: text, kind: text, parentName: text }),
  period: z.string().min(1).max(40),
  criteriaSet: z.strictObject({ id: text.min(1), version: text.min(1), digest: sha256 }),
  revision,
  contentDigest: sha256,
  masked: z.boolean(),
  evidenceFiles: z.enum(['included', 'omitted']),
});

const head = z.strictObject({
  format: z.literal('thuoc-so'),
  version: z.literal(1),
  createdAt: instant,
  producer: z.strictObject({ app: text, version: text, replica: replicaId }),
  sender: z.strictObject({ role, unit: unitKey }),
  introduces: z.array(publicKey).max(1000),
  entries: z
    .array(z.strictObject({ path: z.string().max(100), size: z.int().nonnegative(), sha256 }))
    .max(packageLimits.entries),
});

const manifest = z.discriminatedUnion('kind', [
  head.extend({ kind: z.enum(['assessment', 'review', 'receipt']), subject }),
  head.extend({ kind: z.enum(['criteria-set', 'bundle']), subject: z.null() }),
]);

const signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey,
  /** Base64 of 64 bytes. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/u),
});

const counter = z.int().positive();
/** Place in `replicas`, running number. A tuple of zod takes ten times as long. */
const dot = z.custom<[number, number]>(isDot).meta({
  type: 'array',
  prefixItems: [
    { type: 'integer', minimum: 0 },
    { type: 'integer', exclusiveMinimum: 0 },
  ],
  minItems: 2,
  maxItems: 2,
});

function isDot(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [place, number] = value as readonly unknown[];
  return (
    Number.isSafeInteger(place) && Number.isSafeInteger(number) && Number(place) >= 0 && Number(number) > 0
  );
}

/** `1e999` is JSON, and a number nobody meant. */
function isBeyondNumbers(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

const criterionPattern = /^[a-z0-9-]{1,40}$/u;
const fieldPattern = /^[A-Za-z]{1,40}$/u;
const mostReplaced = 1000;

const change = z.strictObject({
  dot,
  stage,
  criterion: z.string().regex(criterionPattern),
  field: z.string().regex(fieldPattern),
  /** Any JSON; what a field may hold is for the domain to say. */
  value: z.unknown().refine((value): boolean => value !== undefined && !isBeyondNumbers(value)),
  replaced: z.array(dot).max(mostReplaced),
  author: text,
  at: instant,
});
const changeList = z.array(change).max(packageLimits.changes);

/**
 * The same as `changeList`, five times as fast for edits that are as they should be: a document is a few lines and
 * hundreds of edits. What this cannot vouch for, `changeList` looks at. By `check` and not by `superRefine`, which
 * makes a function for each list by which the collector takes dead documents for living ones: a fifth of an import.
 */
const changes = z
  .custom<z.infer<typeof changeList>>()
  .check(({ value: list, issues }) => {
    if (Array.isArray(list) && list.length <= packageLimits.changes && list.every(isSurelyChange)) return;
    const checked = changeList.safeParse(list);
    for (const { path, message } of checked.error?.issues ?? []) {
      issues.push({ code: 'custom', path: [...path], message, input: list });
    }
  })
  .meta({ ...z.toJSONSchema(changeList, { unrepresentable: 'any' }), $schema: undefined });

const changeMembers = Object.keys(change.shape).length;
const instantPattern = z.regexes.datetime({});

function isSurelyChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== changeMembers)
    return false;
  // Member by member: taking an object apart with a rest costs more than all the checks.
  const edit = value as Partial<z.infer<typeof change>>;
  const { criterion, field, replaced, author, at } = edit;
  return (
    isDot(edit.dot) &&
    (edit.stage === 'self' || edit.stage === 'appraised' || edit.stage === 'final') &&
    typeof criterion === 'string' &&
    criterionPattern.test(criterion) &&
    typeof field === 'string' &&
    fieldPattern.test(field) &&
    edit.value !== undefined &&
    !isBeyondNumbers(edit.value) &&
    Array.isArray(replaced) &&
    replaced.length <= mostReplaced &&
    replaced.every(isDot) &&
    typeof author === 'string' &&
    author.length <= 300 &&
    typeof at === 'string' &&
    instantPattern.test(at)
  );
}

/** Not `z.record`, which drops a member named `__proto__` without a word. */
const seen = z
  .custom<Record<string, number>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).every(
        ([id, number]) => replicaId.safeParse(id).success && counter.safeParse(number).success,
      ),
  )
  .meta({
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' },
    additionalProperties: { type: 'integer', exclusiveMinimum: 0 },
  });

const signatureEntry = z.strictObject({
  id: replicaId,
  revision: counter,
  name: text,
  title: text,
  place: text,
  date: z.iso.date(),
  signedAt: instant,
  digest: sha256,
  /** For each replica the greatest running number that the signature covers. */
  seen,
  recall: z.strictObject({ reason: longText, recalledAt: instant }).nullable(),
});

const log = {
  replicas: z.array(replicaId).max(packageLimits.replicas),
  /** Each after those it took the place of. */
  changes,
};

const assessment = z.strictObject({ ...log, signatures: z.array(signatureEntry).max(10_000) });

const review = z.strictObject({
  ...log,
  signatures: z.tuple([]),
  basedOn: z.strictObject({ revision, contentDigest: sha256 }),
});

const receipt = z.strictObject({
  of: z.strictObject({ packageSha256: sha256, manifestSha256: sha256, revision, contentDigest: sha256 }),
  verdict: z.enum(['new', 'same', 'newer', 'older', 'conflict']),
  receivedAt: instant,
  receiver: z.strictObject({ role, unit: unitKey }),
});

/** How criteria of an older version of the set live on in this one. */
const map = z.strictObject({
  /** The older version. */
  from: text.min(1),
  changes: z
    .array(z.strictObject({ from: text.min(1), to: z.array(text.min(1)).max(1000), keepsValue: z.boolean() }))
    .max(10_000),
});

const criteriaSet = z.strictObject({
  set: criteriaSetV1,
  maps: z.array(map).max(100),
  checks: consistencyChecksSchema.nullable(),
});

const bundle = z.strictObject({
  packages: z
    .array(
      z.strictObject({
        path: z.string().regex(/^packages\/[0-9a-f]{64}\.thuocso$/u),
        fileName: z.string().min(1).max(255),
        subject: subject.nullable(),
      }),
    )
    .min(1)
    .max(packageLimits.entries),
});

/** The slow way of reading edits and what hurries past it, for a test that they agree. */
export const waysOfReadingChanges = { change, isSurelyChange };

export const v1 = {
  manifest,
  signature,
  documents: { assessment, review, receipt, 'criteria-set': criteriaSet, bundle },
} as const;
