import { z } from 'zod';
import { parseDecimal, type Decimal } from './decimal.ts';

/** Content files may write `0.5` or `"0.5"`; both become the canonical decimal. */
export const decimalSchema = z.union([z.number(), z.string()]).transform((input, context): Decimal => {
  const parsed = parseDecimal(input);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.errors[0]?.code ?? 'number-malformed' });
  return z.NEVER;
});
