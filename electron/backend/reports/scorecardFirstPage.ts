import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import type { Scorecard } from '#shared/report/scorecard.ts';
import type { LabelledText } from '#shared/report/scorecardHead.ts';
import type { ResultRow, ScorecardResult } from '#shared/report/scorecardResult.ts';
import { officialHead } from './officialHead.ts';
import { summaryPage } from './scorecardSummaryPage.ts';
import { fillColours, linedTable } from './tableLook.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { lineWidth } from './setLines.ts';
import { setText } from './typography.ts';

/** The pages that the chairman reads: official head, unit, result; then the summary. */
export function firstPages(scorecard: Scorecard): Content[] {
  return [
    officialHead(scorecard.head),
    { text: scorecard.title, style: 'title', margin: [0, 8, 0, 2] },
    ...scorecard.subtitles.map((line): Content => ({ text: setText(line), bold: true, alignment: 'center' })),
    ...(scorecard.draft === null ? [] : [draftLine(scorecard.draft.line)]),
    { text: scorecard.unitHeading, style: 'heading' },
    unitAndCode(scorecard),
    ...resultBox(scorecard.result),
    ...summaryPage(scorecard.summary),
  ];
}

function draftLine(line: string): Content {
  return {
    table: { widths: ['*'], body: [[{ text: setText(line), bold: true, alignment: 'center' }]] },
    layout: linedTable,
    margin: [40, 5, 40, 0],
  };
}

function unitAndCode(scorecard: Scorecard): Content {
  const fields = pairShortFields(scorecard.unitFields).map(fieldLine);
  return {
    columns: [
      { width: '*', stack: fields },
      {
        width: codeWidth,
        stack: [
          { qr: scorecard.code.text, fit: 100, eccLevel: 'M', alignment: 'right' },
          { text: scorecard.code.caption, fontSize: 10.5, alignment: 'center', margin: [8, 2, 0, 0] },
        ],
      },
    ],
    columnGap: codeGap,
  };
}

const codeWidth = 104;
const codeGap = 10;
const fieldWidth = textWidth.portrait - codeWidth - codeGap;

/** Two fields share a line where they fit: the first page must hold the whole result. */
function pairShortFields(fields: readonly LabelledText[]): readonly (readonly LabelledText[])[] {
  const lines: LabelledText[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    const taken = last?.length === 1 ? lengthOf(last[0]) : fieldWidth;
    if (taken + 2 * codeGap + lengthOf(field) < fieldWidth) last?.push(field);
    else lines.push([field]);
  }
  return lines;
}

/** In points, as one line. */
function lengthOf(field: LabelledText | undefined): number {
  const text = `${field?.label ?? ''}: ${field?.value ?? ''}`;
  return lineWidth(text, { width: 0, size: typeSize.body, style: 'normal' });
}

function fieldLine(fields: readonly LabelledText[]): Content {
  const margin: [number, number, number, number] = [0, 1, 0, 1];
  const columns = fields.map(({ label, value }, index): Column => ({
    width: index === fields.length - 1 ? '*' : 'auto',
    text: [{ text: `${label}: ` }, { text: setText(value) }],
  }));
  return { columns, columnGap: 2 * codeGap, margin };
}

function resultBox(result: ScorecardResult): Content[] {
  const head = result.columns.map((text): TableCell => ({ text, bold: true, alignment: 'center' }));
  return [
    { text: result.heading, style: 'heading' },
    { text: setText(result.sentence), bold: true, fontSize: typeSize.title, margin: [0, 0, 0, 4] },
    {
      table: {
        widths: ['*', 112, 132],
        headerRows: 1,
        body: [head, ...result.rows.map(resultRow)],
      },
      layout: linedTable,
    },
    { text: setText(result.mandatory), bold: true, margin: [0, 6, 0, 0] },
    ...result.notes.map((note): Content => ({
      text: setText(note),
      italics: true,
      fontSize: typeSize.smallPrint,
      margin: [0, 2, 0, 0],
    })),
  ];
}

function resultRow(row: ResultRow): TableCell[] {
  const fill = row.kind === 'verdict' ? { fillColor: fillColours.verdict } : {};
  const cell = (text: string) => ({
    text: setText(text),
    alignment: 'center' as const,
    bold: row.kind !== 'figure',
    ...fill,
  });
  const label: TableCell = { text: setText(row.label), ...fill };
  return row.evidenced === null
    ? [label, { ...cell(row.claimed), colSpan: 2 }, {}]
    : [label, cell(row.claimed), cell(row.evidenced)];
}
