import { z } from 'zod';
import { textLimits } from '../../domain/assessment/answer.ts';
import { headerFields } from '../../domain/assessment/header.ts';

export const nothing = z.strictObject({});
export const language = z.enum(['vi', 'en']);
/** Colours of the screens; `contrast` is for poor screens and poor eyes. */
export const appearance = z.enum(['light', 'dark', 'contrast']);
export const fractionText = z.string().regex(/^-?\d+(?:\/\d+)?$/u);
export const instant = z.iso.datetime();
export const localisedText = z.object({ vi: z.string(), en: z.string() });
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

export const shortText = z.string().max(textLimits.short);
export const longText = z.string().max(textLimits.long);

/** The head of the form; fields left out are unknown in answers and unchanged in edits. */
export const header = z.partialRecord(z.enum(headerFields), shortText);

export const unitSummary = z.object({
  code: z.string(),
  /** First day of the list the unit belongs to; null where it is not known. Codes are reused. */
  validFrom: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  /** Name of the unit above, for telling namesakes apart. */
  parentName: z.string(),
});
