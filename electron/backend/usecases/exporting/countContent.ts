import { headerCells, type Change } from '#shared/domain/merge/change.ts';
import { standingOf } from '#shared/domain/merge/standing.ts';
import { evidenceSchema } from '#shared/domain/assessment/evidenceSchema.ts';
import { answersOfCells } from '../answersOfCells.ts';
import type { StoredFile } from '../../files/evidenceStore.ts';

/** What a person checks at a glance after exporting. */
export interface ContentCounts {
  readonly criteriaAnswered: number;
  readonly evidenceCards: number;
}

/** Counts what a log says in the end; where edits stand side by side, the value that is shown. */
export function countContent(changes: readonly Change[]): ContentCounts {
  const cells = [...standingOf(changes).values()].flatMap((standing) => {
    const shown = standing.at(-1);
    return shown ? [{ ...shown, value: JSON.parse(shown.valueText) as unknown }] : [];
  });
  const answers = Object.values(answersOfCells(cells));
  return {
    criteriaAnswered: answers.filter(({ value, notApplicable }) => value !== null || notApplicable !== '')
      .length,
    evidenceCards: answers.reduce((sum, { evidence }) => sum + evidence.length, 0),
  };
}

/** The files on all cards that stand, also on those that stand side by side; each once. */
export function filesOfStandingCards(changes: readonly Change[]): readonly StoredFile[] {
  const files = [...standingOf(changes).values()]
    .flat()
    .filter(({ criterionId, field }) => criterionId !== headerCells && field === 'evidence')
    .flatMap(({ valueText }) => evidenceSchema.array().parse(JSON.parse(valueText)))
    .flatMap(({ file }) => (file ? [file] : []));
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}
