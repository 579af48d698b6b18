import { z } from 'zod';
import { errorCodes } from '../../errors/errorCodes.ts';

/** An expected failure as data: its code is the key of its sentence. */
export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z.string().exactOptional(),
});
