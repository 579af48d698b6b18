import type { ReportTable } from '../../report/summary/reportTable.ts';
import type { Extract } from './extract.ts';

/**
 * The extract as XML 1.0: `<table id><row><column>…`, elements named after the stable column names. Figures have a
 * decimal point; an empty cell has no element.
 */
export function toXmlExtract({ metadata, tables, dictionary }: Extract): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<extract format="thuoc-so-extract" version="1">',
    ' <metadata>',
    ...metadata.map(({ id, label, value }) => `  ${element(id, value, ` label="${escapeXml(label)}"`)}`),
    ' </metadata>',
    ...tables.flatMap((table) => tableLines('table', table)),
    ...tableLines('dictionary', dictionary),
    '</extract>',
  ];
  return `${lines.join('\n')}\n`;
}

function tableLines(name: 'table' | 'dictionary', { id, title, note, columns, rows }: ReportTable) {
  return [
    ` <${name} id="${escapeXml(id)}" title="${escapeXml(title)}" note="${escapeXml(note)}">`,
    ...rows.map((row) => {
      const cells = columns.map((column, index) => {
        const cell = row[index] ?? null;
        return cell === null ? '' : element(column.id, cell);
      });
      return `  <row>${cells.join('')}</row>`;
    }),
    ` </${name}>`,
  ];
}

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make these into blanks or line ends of another kind.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it may stand in an element or attribute; signs that XML 1.0 cannot hold at all are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"\t\n\r]/gu, (sign) => entities[sign] ?? '');
}
