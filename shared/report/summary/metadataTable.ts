import type { Words } from '../words.ts';
import type { MetadataItem } from './reportMetadata.ts';
import { column, type ReportTable } from './reportTable.ts';

/** What a report says about itself, as a table for formats that hold nothing else. */
export function metadataTable(metadata: readonly MetadataItem[], words: Words): ReportTable {
  return {
    id: 'metadata',
    title: words.translate('summary:table-metadata'),
    sheetName: words.translate('summary:sheet-metadata'),
    note: '',
    columns: [
      column('metadataName', words, { type: 'text', weight: 2 }),
      column('metadataValue', words, { type: 'text', weight: 6 }),
    ],
    rows: metadata.map(({ label, value }) => [label, value]),
  };
}
