import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { z } from 'zod';
import type { Translate } from '../../electron/backend/translate.ts';
import { readCsv } from '../helpers/readCsv.ts';
import { readXml, type XmlElement } from '../helpers/readXml.ts';
import { readZipText } from '../helpers/readZip.ts';

/** What every report says about a unit. */
export interface ReportedUnit {
  readonly unitCode: string;
  readonly unitName: string;
  /** Empty without figures, as the percentage. */
  readonly place: string;
  readonly totalPercent: string;
}

const columns = ['unitCode', 'unitName', 'place', 'totalPercent'] as const;
type DataFormat = 'xlsx' | 'csv' | 'json' | 'xml';

/** The ranking as a reader of the format finds it; figures with a decimal point. */
export async function readRanking(
  format: DataFormat,
  file: string,
  words: Translate,
): Promise<readonly ReportedUnit[]> {
  switch (format) {
    case 'json':
      return rankingOfJson(readFileSync(file, 'utf8'));
    case 'xml':
      return rankingOfXml(readXml(readFileSync(file, 'utf8')));
    case 'csv': {
      const table = readCsv(readZipText(readFileSync(file), 'ranking.csv'), ';');
      return rankingOfRows(table, words).map((unit) => ({
        ...unit,
        totalPercent: unit.totalPercent.replace(',', '.'),
      }));
    }
    case 'xlsx': {
      const sheets = await readExcelFile(file);
      const name = words('summary:sheet-ranking');
      const rows = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      return rankingOfRows(
        rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        words,
      );
    }
  }
}

const extract = z.object({
  tables: z.object({
    ranking: z.object({
      rows: z.array(
        z.object({
          unitCode: z.string(),
          unitName: z.string(),
          place: z.number().nullable(),
          totalPercent: z.number().nullable(),
        }),
      ),
    }),
  }),
});

function rankingOfJson(text: string): readonly ReportedUnit[] {
  return extract.parse(JSON.parse(text)).tables.ranking.rows.map(({ place, totalPercent, ...unit }) => ({
    ...unit,
    place: place === null ? '' : String(place),
    totalPercent: totalPercent === null ? '' : String(totalPercent),
  }));
}

function rankingOfXml(root: XmlElement): readonly ReportedUnit[] {
  const table = root.children.find(({ attributes }) => attributes['id'] === 'ranking');
  return (table?.children ?? []).map((row) =>
    toUnit((column) => row.children.find(({ name }) => name === column)?.text ?? ''),
  );
}

/** A table with the words of the screen at its head. */
function rankingOfRows(rows: readonly (readonly string[])[], words: Translate): readonly ReportedUnit[] {
  const [head = [], ...body] = rows;
  return body.map((row) => toUnit((column) => row[head.indexOf(words(`summary:column-${column}`))] ?? ''));
}

function toUnit(cell: (column: (typeof columns)[number]) => string): ReportedUnit {
  const [unitCode, unitName, place, totalPercent] = columns.map(cell);
  return {
    unitCode: unitCode ?? '',
    unitName: unitName ?? '',
    place: place ?? '',
    totalPercent: totalPercent ?? '',
  };
}
