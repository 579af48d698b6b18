import { z } from 'zod';

/**
 * Kinds of administrative unit, as the first words of a unit's Vietnamese name say them.
 * `thanh-pho` is a city directly under the central government, `thanh-pho-thuoc-tinh` a city inside a province.
 */
export const unitKindSchema = z.enum([
  'phuong',
  'xa',
  'thi-tran',
  'dac-khu',
  'quan',
  'huyen',
  'thi-xa',
  'thanh-pho-thuoc-tinh',
  'thanh-pho',
  'tinh',
]);
export type UnitKind = z.infer<typeof unitKindSchema>;

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-kebab-case');
const dateSchema = z.iso.date();
// Names reach us as NFC or NFD depending on the machine that typed them; content is kept in one form so that digests are stable.
const textSchema = z
  .string()
  .trim()
  .min(1)
  .refine((text) => text === text.normalize('NFC'), 'not-nfc');
const bilingualSchema = z.strictObject({ vi: textSchema, en: textSchema });

/** Code of a unit in the national list: 2 digits for a province, 3 for a district, 5 for a commune. */
export const unitCodeSchema = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/, 'not-a-unit-code');

/** A unit of the list before, out of which a unit was formed. */
export const predecessorSchema = z.strictObject({
  code: unitCodeSchema,
  /** As the list before spells it. */
  name: textSchema,
  /** `whole`: all of it came here. `split`: it was cut between several new units, each of which names it. */
  part: z.enum(['whole', 'split']),
  note: textSchema.optional(),
});
export type Predecessor = z.infer<typeof predecessorSchema>;

/** One administrative unit as it stood while its list was in force. Code and list together identify it: codes are reused. */
export const unitSchema = z.strictObject({
  code: unitCodeSchema,
  name: textSchema,
  kind: unitKindSchema,
  /** Code of the unit above it in the same list; only the province or city at the top has none. */
  parent: unitCodeSchema.optional(),
  /** Absent where the source does not say what the unit was formed from. */
  predecessors: z.array(predecessorSchema).min(1).optional(),
});
export type Unit = z.infer<typeof unitSchema>;

/** Where content comes from, and what is not known about it. */
const sourceSchema = z.strictObject({ title: bilingualSchema, note: bilingualSchema });

/** First and last day in force, both included; null `validFrom` = start unknown, null `validTo` = still in force. */
const spanShape = { validFrom: dateSchema.nullable(), validTo: dateSchema.nullable() };

/** The days on which something is in force, as ISO dates. */
export type ValiditySpan = { readonly validFrom: string | null; readonly validTo: string | null };

/**
 * The units of one province that were in force together over a span of days (`criteria/units/*.yaml`).
 * Problems are reported as zod issues whose message is a kebab-case code.
 */
export const unitListSchema = z
  .strictObject({
    id: idSchema,
    title: bilingualSchema,
    province: z.strictObject({ code: unitCodeSchema, name: textSchema, nameEn: textSchema }),
    ...spanShape,
    source: sourceSchema,
    units: z.array(unitSchema).min(1),
  })
  .superRefine((list, context) => {
    refuseReversedSpan(list, context);
    const byCode = new Map(list.units.map((unit) => [unit.code, unit]));
    if (byCode.get(list.province.code)?.parent !== undefined || !byCode.has(list.province.code)) {
      context.addIssue({ code: 'custom', message: 'province-not-at-the-top', path: ['province'] });
    }
    list.units.forEach((unit, index) => {
      const refuse = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['units', index] });
      if (byCode.get(unit.code) !== unit) refuse('duplicate-code');
      if (unit.parent === undefined && unit.code !== list.province.code) refuse('parent-missing');
      if (unit.parent !== undefined && !byCode.has(unit.parent)) refuse('parent-unknown');
      // A parent's code is always shorter, so a circle cannot pass this either.
      if (unit.parent !== undefined && unit.parent.length >= unit.code.length) {
        refuse('parent-not-above');
      }
    });
  });
export type UnitList = z.infer<typeof unitListSchema>;

/** One step of the way an assessment takes upwards. */
export const tierSchema = z.strictObject({
  id: z.enum(['commune', 'aggregator', 'city']),
  name: bilingualSchema,
  /** Kinds of unit that stand at this step; empty where a body without a territory does the work. */
  unitKinds: z.array(unitKindSchema),
  /** What the step does with an assessment: scores itself, appraises, or fixes the final score. */
  role: z.enum(['self', 'appraise', 'final']),
  /** The body that acts as aggregator; a default that each city may change. */
  aggregatorName: bilingualSchema.optional(),
  note: bilingualSchema.optional(),
});
export type Tier = z.infer<typeof tierSchema>;

/** Which steps stood between a commune and the city over a span of days (`criteria/tiers/*.yaml`); lowest step first. */
export const tierModelSchema = z
  .strictObject({
    id: idSchema,
    title: bilingualSchema,
    ...spanShape,
    source: sourceSchema,
    tiers: z.array(tierSchema).min(2),
  })
  .superRefine((model, context) => {
    refuseReversedSpan(model, context);
    const ids = model.tiers.map((tier) => tier.id);
    const kinds = model.tiers.flatMap((tier) => tier.unitKinds);
    if (new Set(ids).size < ids.length) {
      context.addIssue({ code: 'custom', message: 'duplicate-tier', path: ['tiers'] });
    }
    if (new Set(kinds).size < kinds.length) {
      context.addIssue({ code: 'custom', message: 'kind-in-two-tiers', path: ['tiers'] });
    }
  });
export type TierModel = z.infer<typeof tierModelSchema>;

/** Whether a span covers a day (ISO date). */
export function isInForce(span: ValiditySpan, onDate: string): boolean {
  return (
    (span.validFrom === null || span.validFrom <= onDate) && (span.validTo === null || onDate <= span.validTo)
  );
}

function refuseReversedSpan(span: ValiditySpan, context: z.core.$RefinementCtx): void {
  if (span.validFrom !== null && span.validTo !== null && span.validTo < span.validFrom) {
    context.addIssue({ code: 'custom', message: 'span-reversed', path: ['validTo'] });
  }
}
