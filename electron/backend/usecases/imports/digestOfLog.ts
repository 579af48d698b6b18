import { hash } from 'node:crypto';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { headerCells, type Change } from '#shared/domain/merge/change.ts';
import { byDot, replacedIn } from '#shared/domain/merge/standing.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { DeclaredContent } from '../contentDigest.ts';

/** The members of an answer in the order of canonical JSON, with the text of "nothing said". */
const members = (['evidence', 'explanation', 'notApplicable', 'value'] as const).map(
  (field): readonly [string, string] => [field, toCanonicalJson(emptyAnswer[field])],
);
const nothingSaid = writeAnswer(new Map());

/**
 * What `contentDigestOf` gives for the answers and the head that the self edits of a log leave standing, put together
 * from the texts of their values: an import has no time to read and write each value again.
 */
export function digestOfLog(
  { unitCode, period, setDigest }: Pick<DeclaredContent, 'unitCode' | 'period' | 'setDigest'>,
  log: readonly Change[],
): string {
  const criteria = textsOfCriteria(log);
  const header = sorted(criteria.get(headerCells) ?? new Map<string, string>()).filter(
    ([, text]) => text !== '""',
  );
  criteria.delete(headerCells);
  const answers = sorted(criteria).flatMap(([id, fields]): [string, string][] => {
    const answer = writeAnswer(fields);
    return answer === nothingSaid ? [] : [[id, answer]];
  });
  const whole = writeObject([
    ['answers', writeObject(answers)],
    ['header', writeObject(header)],
    ['period', JSON.stringify(period)],
    ['set', JSON.stringify(setDigest)],
    ['unit', JSON.stringify(unitCode)],
  ]);
  return hash('sha256', whole, 'hex');
}

/** By criterion and field, the text that is shown of the self edits that stand. */
function textsOfCriteria(log: readonly Change[]): Map<string, Map<string, string>> {
  const replaced = replacedIn(log);
  const criteria = new Map<string, Map<string, Change>>();
  for (const change of log) {
    if (change.stage !== 'self' || replaced.has(change.dot)) continue;
    const fields = criteria.get(change.criterionId);
    const other = fields?.get(change.field);
    if (other && byDot(other, change) > 0) continue;
    if (fields) fields.set(change.field, change);
    else criteria.set(change.criterionId, new Map([[change.field, change]]));
  }
  return new Map(
    [...criteria].map(([id, fields]) => [
      id,
      new Map([...fields].map(([field, { valueText }]) => [field, valueText])),
    ]),
  );
}

function writeAnswer(fields: ReadonlyMap<string, string>): string {
  return writeObject(members.map(([field, nothing]) => [field, fields.get(field) ?? nothing]));
}

function writeObject(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}

function sorted<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
