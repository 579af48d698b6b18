import { z } from 'zod';
import { localisedTextSchema } from '../criteria/rule.ts';
import { sourceSchema } from '../criteria/criteriaSet.ts';
import { decimalSchema } from '../numbers/decimalSchema.ts';

const targetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  /** Id of the set's threshold that a unit must reach to count. */
  threshold: z.string(),
  /** By the end of which year. */
  year: z.int().min(2000).max(2099),
  /** How many units must have reached it: a number of them, or a share of all in percent. */
  demand: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('units'), atLeast: z.int().positive() }),
    z.strictObject({ kind: z.literal('share'), atLeast: decimalSchema }),
  ]),
  title: localisedTextSchema,
  sources: z.array(sourceSchema).min(1),
});
export type Target = z.infer<typeof targetSchema>;

/**
 * What public plans ask of all units together (`criteria/targets/<set>.yaml`). It belongs to no version of the set and
 * changes no score; its sources name documents of the set's newest version.
 */
export const setTargetsSchema = z.strictObject({
  set: z.string(),
  note: localisedTextSchema,
  targets: z.array(targetSchema).min(1),
});
export type SetTargets = z.infer<typeof setTargetsSchema>;
