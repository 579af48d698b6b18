import { emptyStoredAnswer, type StoredAnswers } from '#backend/usecases/answersOfCells.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';

/**
 * What may stand in each cell: exactly the last acknowledged value, or, while nobody has looked, also values that
 * were about to be recorded when the process was killed.
 */
export interface PossibleAnswers {
  /** Takes in what one killed process said: its lines `intend <edits>` and `acknowledged`. */
  follow(lines: readonly string[]): { readonly acknowledged: number };
  /** Cells in which something else stands, in words; then takes what stands there as acknowledged. */
  findFaults(answers: StoredAnswers): readonly string[];
}

export function expectPossibleAnswers(): PossibleAnswers {
  const possible = new Map<string, Set<string>>();
  const cellOf = (edit: AnswerEdit) => `${edit.criterionId}/${edit.field}`;
  const valuesOf = (cell: string) => possible.get(cell) ?? new Set([emptyJsonOf(cell)]);
  // What the transaction that was cut off would have changed for certain; it holds as a whole or not at all.
  let cutOff: readonly AnswerEdit[] = [];

  return {
    follow: (lines) => {
      let intended: readonly AnswerEdit[] = [];
      let acknowledged = 0;
      for (const line of lines) {
        if (line.startsWith('intend ')) intended = JSON.parse(line.slice(7)) as AnswerEdit[];
        if (!line.startsWith('acknowledged')) continue;
        acknowledged += 1;
        for (const edit of intended) possible.set(cellOf(edit), new Set([toCanonicalJson(edit.value)]));
        intended = [];
      }
      const unfinished = lastOfEachCell(intended, cellOf);
      cutOff = unfinished.filter((edit) => {
        const before = valuesOf(cellOf(edit));
        return before.size === 1 && !before.has(toCanonicalJson(edit.value));
      });
      for (const edit of unfinished) {
        possible.set(cellOf(edit), new Set([...valuesOf(cellOf(edit)), toCanonicalJson(edit.value)]));
      }
      return { acknowledged };
    },
    findFaults: (answers) => {
      const standing = (cell: string) => toCanonicalJson(valueAt(answers, cell));
      const faults = [...possible]
        .filter(([cell, values]) => !values.has(standing(cell)))
        .map(([cell, values]) => `${cell} is ${standing(cell)}, not ${[...values].join(' or ')}`);
      const done = cutOff.filter((edit) => standing(cellOf(edit)) === toCanonicalJson(edit.value));
      if (done.length > 0 && done.length < cutOff.length) faults.push('a transaction holds in part');
      for (const cell of possible.keys()) possible.set(cell, new Set([standing(cell)]));
      cutOff = [];
      return faults;
    },
  };
}

function lastOfEachCell(
  edits: readonly AnswerEdit[],
  cellOf: (edit: AnswerEdit) => string,
): readonly AnswerEdit[] {
  return [...new Map(edits.map((edit) => [cellOf(edit), edit])).values()];
}

function valueAt(answers: StoredAnswers, cell: string): unknown {
  const [criterionId = '', field = ''] = cell.split('/');
  return (answers[criterionId] ?? emptyStoredAnswer)[field as AnswerEdit['field']];
}

function emptyJsonOf(cell: string): string {
  return toCanonicalJson(valueAt({}, cell));
}
