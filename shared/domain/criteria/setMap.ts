import { z } from 'zod';

/** How a criterion of an older version lives on in a newer one. A criterion not named in a map is unchanged. */
const criterionChangeSchema = z.strictObject({
  /** Id in the older version. */
  from: z.string().min(1),
  /** Ids in the newer version: none when removed, several when split. */
  to: z.array(z.string().min(1)),
  /** Only an unchanged or renamed rule lets figures be taken over; otherwise only the documents are. */
  keepsValue: z.boolean(),
});
export type CriterionChange = z.infer<typeof criterionChangeSchema>;

/** From one older version of a set to the version that the map belongs to. */
export const setMapSchema = z.strictObject({ from: z.string().min(1), changes: z.array(criterionChangeSchema) });
export type SetMap = z.infer<typeof setMapSchema>;

/** The changes since a version; none where no map speaks of it, for ids are permanent. */
export function changesSince(maps: readonly SetMap[], version: string): readonly CriterionChange[] {
  return maps.find(({ from }) => from === version)?.changes ?? [];
}
