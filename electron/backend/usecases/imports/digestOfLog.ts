import { hash } from 'node:crypto';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { headerCells, type Change } from '#shared/domain/merge/change.ts';
import { byDot, replacedIn } from '#shared/domain/merge/standing.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { DeclaredContent } from '../contentDigest.ts';

/** The members of an answer in the order of canonical JSON, each with the text of "nothing said". */
const answerMembers = (['evidence', 'explanation', 'notApplicable', 'value'] as const).map(
  (field): readonly [start: string, field: string, nothing: string] => [
    `"${field}":`,
    field,
    toCanonicalJson(emptyAnswer[field]),
  ],
);
const nothingSaid = writeAnswer(undefined);

/**
 * What `contentDigestOf` gives for the answers and the head that the self edits of a log leave standing, put together
 * from the texts of their values: an import has no time to read and write each value again.
 */
export function digestOfLog(
  { unitCode, period, setDigest }: Pick<DeclaredContent, 'unitCode' | 'period' | 'setDigest'>,
  log: readonly Change[],
): string {
  const criteria = shownByCriterion(log);
  const answers: string[] = [];
  for (const id of [...criteria.keys()].toSorted()) {
    if (id === headerCells) continue;
    const answer = writeAnswer(criteria.get(id));
    if (answer !== nothingSaid) answers.push(`${JSON.stringify(id)}:${answer}`);
  }
  const header = [...(criteria.get(headerCells) ?? [])]
    .filter(([, { valueText }]) => valueText !== '""')
    .map(([field, { valueText }]) => `${JSON.stringify(field)}:${valueText}`)
    .toSorted();
  const whole = `{"answers":{${answers.join(',')}},"header":{${header.join(',')}},"period":${JSON.stringify(
    period,
  )},"set":${JSON.stringify(setDigest)},"unit":${JSON.stringify(unitCode)}}`;
  return hash('sha256', whole, 'hex');
}

/** By criterion and field, the self edit that is shown among those that stand. */
function shownByCriterion(log: readonly Change[]): ReadonlyMap<string, ReadonlyMap<string, Change>> {
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
  return criteria;
}

/** Canonical JSON of an answer. */
function writeAnswer(fields: ReadonlyMap<string, Change> | undefined): string {
  const members = answerMembers.map(
    ([start, field, nothing]) => start + (fields?.get(field)?.valueText ?? nothing),
  );
  return `{${members.join(',')}}`;
}
