import { z } from 'zod';
import { textLimits, type Evidence } from './answer.ts';

const shortText = z.string().max(textLimits.short).default('');

/** Evidence as it arrives from a screen, a file or a package; texts left out become empty. */
export const evidenceSchema = z.strictObject({
  number: shortText,
  /** ISO day or empty. */
  date: z.union([z.literal(''), z.iso.date()]).default(''),
  issuer: shortText,
  title: z.string().max(textLimits.medium).default(''),
  page: shortText,
  /** The attached file, held by content; `name` is only for people. */
  file: z
    .strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      name: z.string().min(1).max(255),
      size: z.int().nonnegative(),
    })
    .optional(),
}) satisfies z.ZodType<Evidence>;
