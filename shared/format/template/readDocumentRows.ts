import { findCriterion } from '../../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '../../domain/criteria/criteriaSet.ts';
import { appError, type AppError } from '../../errors/result.ts';
import { isRecord } from '../readFields.ts';
import { cellPlace, textOfCell, type CellValue, type ReadSheet } from './sheetCells.ts';

/** Columns of the sheet `documents` after the mark: the criterion's code, then the fields of a document. */
export const documentFields = ['number', 'date', 'issuer', 'title', 'page'] as const;

const codeColumn = 1;

/** Puts the rows of the sheet of documents into `answers`; a row without a criterion of the set is told. */
export function readDocumentRows(
  { sheet, data }: ReadSheet,
  set: CriteriaSet,
  answers: Record<string, unknown>,
  places: Map<string, string>,
  faults: AppError[],
): void {
  data.forEach((row, index) => {
    const card = Object.fromEntries(
      documentFields.flatMap((field, at): [string, string][] => {
        const text = textOfCell(row[codeColumn + 1 + at] ?? null);
        return text === '' ? [] : [[field, text]];
      }),
    );
    if (index === 0 || Object.keys(card).length === 0) return;
    const key = readCode(row[codeColumn] ?? null, set);
    const place = cellPlace(sheet, index, codeColumn);
    const criterion = findCriterion(set, key);
    if (!criterion) {
      const error =
        key === ''
          ? appError('document-without-criterion', {}, place)
          : appError('criterion-unknown', { key: key.slice(0, 40) }, place);
      faults.push(error);
      return;
    }
    const entry = answers[criterion.id];
    const before = isRecord(entry) ? entry : {};
    const evidence = Array.isArray(before['evidence']) ? (before['evidence'] as unknown[]) : [];
    const at = `answers.${criterion.id}.evidence.${String(evidence.length)}`;
    places.set(at, place);
    documentFields.forEach((field, column) => {
      places.set(`${at}.${field}`, cellPlace(sheet, index, codeColumn + 1 + column));
    });
    answers[criterion.id] = { ...before, evidence: [...evidence, card] };
  });
}

/** A spreadsheet takes 6.10 for the figure 6.1; where either may be meant, neither is. */
function readCode(cell: CellValue, set: CriteriaSet): string {
  const code = codeOf(textOfCell(cell));
  return typeof cell === 'number' && findCriterion(set, `${code}0`) ? '' : code;
}

/** The list to choose from has the name after the code: "1.1 – Người đứng đầu …". */
function codeOf(text: string): string {
  return /^[\p{L}\p{N}.-]+/u.exec(text)?.[0].replace(/\.$/u, '') ?? '';
}
