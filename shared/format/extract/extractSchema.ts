import { z } from 'zod';
import type { ReportColumn, ReportTable } from '../../report/summary/reportTable.ts';
import type { Extract } from './extract.ts';

/** The shape of one extract in JSON: its own tables with their own columns, and nothing else. */
export function extractSchema({ metadata, tables, dictionary }: Extract) {
  return z.strictObject({
    format: z.literal('thuoc-so-extract'),
    version: z.literal(1),
    metadata: z.strictObject(
      Object.fromEntries(metadata.map(({ id, label }) => [id, z.string().meta({ title: label })])),
    ),
    tables: z.strictObject(Object.fromEntries(tables.map((table) => [table.id, tableSchema(table)]))),
    dictionary: z.array(rowSchema(dictionary)),
  });
}

function tableSchema(table: ReportTable) {
  return z
    .strictObject({ title: z.string(), note: z.string(), rows: z.array(rowSchema(table)) })
    .meta({ title: table.title });
}

function rowSchema({ columns }: ReportTable) {
  return z.strictObject(Object.fromEntries(columns.map((column) => [column.id, cellSchema(column)])));
}

function cellSchema({ type, title, meaning, unit }: ReportColumn) {
  const described = { title, description: [meaning, unit].filter((text) => text !== '').join(' · ') };
  switch (type) {
    case 'number':
      return z.number().nullable().meta(described);
    case 'date':
      return z.iso.date().nullable().meta(described);
    default:
      return z.string().nullable().meta(described);
  }
}

/** The same as a JSON Schema (2020-12), to be published beside the data. */
export function toExtractJsonSchema(extract: Extract, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(extractSchema(extract)) }, null, 1)}\n`;
}
