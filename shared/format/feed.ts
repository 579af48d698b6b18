import { z } from 'zod';

const figure = z.number().nullable();
const text = z.strictObject({ vi: z.string(), en: z.string() });
const unit = z.strictObject({
  code: z.string(),
  validFrom: z
    .string()
    .nullable()
    .meta({ description: 'Codes are used again: code and valid-from name a unit.' }),
  name: z.string(),
  kind: z.string().meta({ description: 'The peer group: phuong, xa, dac-khu.' }),
});

const stage = z.strictObject({
  scored: z.int().meta({ description: 'Units that have figures in this stage.' }),
  thresholds: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      measure: z.enum(['points', 'criteria']),
      at: z.number(),
      units: z.int(),
      reached: z.int(),
      notReached: z.int(),
      open: z.int().meta({ description: 'Not decided yet, or nothing has come.' }),
      sharePercent: figure,
    }),
  ),
  targets: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      year: z.int(),
      wanted: z.int(),
      reached: z.int(),
      missing: z.int(),
      state: z.enum(['reached', 'not-reached', 'open']),
    }),
  ),
  bands: z.array(z.strictObject({ id: z.string(), name: text.nullable(), units: z.int() })),
  units: z
    .array(
      z.strictObject({
        unit,
        place: z.int().nullable(),
        placeOf: z.int(),
        points: figure,
        maxPoints: figure,
        percent: figure,
        totalPercent: figure,
        band: z.string().nullable().meta({ description: 'Id of a band; `below` where none is reached.' }),
      }),
    )
    .meta({ description: 'Peer group by peer group, best first.' }),
  weakest: z
    .array(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        name: text,
        units: z.int(),
        met: z.int(),
        percent: figure,
      }),
    )
    .meta({ description: 'Criteria by share of points over all units, at most ten.' }),
});

/**
 * What the operation centre reads: one period of all units in all stages, as the dashboard shows it. Figures are rounded
 * as people read them, never across a threshold or band.
 */
export const feedSchema = z.strictObject({
  format: z.literal('thuoc-so-feed'),
  version: z.literal(1),
  period: z.strictObject({ code: z.string(), firstDay: z.iso.date(), lastDay: z.iso.date() }),
  criteriaSet: z.strictObject({
    id: z.string(),
    version: z.string(),
    digest: z.string(),
    status: z.enum(['reference', 'official']),
    title: text,
    statement: text.meta({ description: 'Must stand wherever figures by a reference set are shown.' }),
  }),
  scope: z.string().nullable().meta({ description: 'The unit whose communes are compared.' }),
  modified: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'When the newest edit among the figures was made.' }),
  units: z.int(),
  arrived: z.int().meta({ description: 'Units from which something has come.' }),
  stages: z.strictObject({ claimed: stage, evidenced: stage, appraised: stage, final: stage }),
});
export type Feed = z.infer<typeof feedSchema>;
export type FeedStage = Feed['stages']['claimed'];
