import { keyOfDot } from '#shared/domain/merge/change.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { LoggedChange } from '../../db/changeLog.ts';

/** Whether an edit took the place of different values that stood side by side. @param log holds every edit of its cell */
export function decides({ replaced }: LoggedChange, log: readonly LoggedChange[]): boolean {
  if (replaced.length < 2) return false;
  const dots = new Set(replaced.map(keyOfDot));
  const values = log
    .filter(({ dot }) => dots.has(keyOfDot(dot)))
    .map(({ newValue }) => toCanonicalJson(newValue));
  return new Set(values).size > 1;
}
