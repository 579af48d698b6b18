import type { Paragraph, Table } from 'docx';
import type { Scorecard } from '#shared/report/scorecard.ts';
import type { ScorecardHead } from '#shared/report/scorecardHead.ts';
import type { ScorecardResult } from '#shared/report/scorecardResult.ts';
import type { ScorecardSummary } from '#shared/report/scorecardSummary.ts';
import { heading, paragraph, table, type CellText } from './docxBlocks.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { fillColours } from './tableLook.ts';

type Block = Paragraph | Table;

/** Official head, unit, result, and the summary for the head of the unit, in the order of the printed sheet. */
export function firstPages(scorecard: Scorecard): Block[] {
  return [
    officialHead(scorecard.head),
    paragraph(scorecard.title, {
      bold: true,
      size: typeSize.title,
      alignment: 'center',
      before: 10,
      after: 2,
    }),
    ...scorecard.subtitles.map((line) => paragraph(line, { bold: true, alignment: 'center' })),
    ...(scorecard.draft === null
      ? []
      : [paragraph(scorecard.draft.line, { bold: true, alignment: 'center', before: 4 })]),
    heading(scorecard.unitHeading),
    ...scorecard.unitFields.map(({ label, value }) => paragraph(`${label}: ${value}`)),
    paragraph(scorecard.code.caption.replaceAll('\n', '. '), { before: 3 }),
    paragraph(scorecard.code.text, { size: typeSize.smallPrint }),
    ...resultBox(scorecard.result),
    ...summaryBlocks(scorecard.summary),
  ];
}

const headLeft = 180;

/** The official head as two columns without lines. */
export function officialHead(head: ScorecardHead): Table {
  const left = [...(head.parentBody === null ? [] : [head.parentBody]), ...head.issuingBody, head.numberLine];
  const right = [
    head.nation,
    head.motto,
    ...(head.translation === null ? [] : [head.translation]),
    head.placeAndDate,
  ];
  const look = { alignment: 'center', bold: true, size: typeSize.nation } as const;
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row): CellText[] => [
    { ...look, text: left[row] ?? '', bold: left[row] !== head.parentBody && left[row] !== head.numberLine },
    // The rule below the motto, which paper draws, as offices make it in Word.
    { ...look, text: right[row] ?? '', bold: row < 2, italics: row >= 2, underlined: row === 1 },
  ]);
  return table(rows, [headLeft, textWidth.portrait - headLeft], { border: 'none' });
}

function resultBox(result: ScorecardResult): Block[] {
  const rows = result.rows.map((row): CellText[] => {
    const fill = row.kind === 'verdict' ? { fill: fillColours.verdict } : {};
    const look = { alignment: 'center', bold: row.kind !== 'figure', ...fill } as const;
    const label: CellText = { text: row.label, ...fill };
    return row.evidenced === null
      ? [label, { ...look, text: row.claimed, span: 2 }]
      : [label, { ...look, text: row.claimed }, { ...look, text: row.evidenced }];
  });
  return [
    heading(result.heading),
    paragraph(result.sentence, { bold: true, size: typeSize.title, after: 3 }),
    table([headCells(result.columns), ...rows], [textWidth.portrait - 250, 112, 138], { headRows: 1 }),
    paragraph(result.mandatory, { bold: true, before: 5 }),
    ...result.notes.map((note) => paragraph(note, { italics: true, size: typeSize.smallPrint, before: 2 })),
  ];
}

function summaryBlocks({
  heading: title,
  conclusions,
  groups,
  findings,
  mandatory,
  path,
}: ScorecardSummary): Block[] {
  const bars = groups.bars.map((bar): CellText[] => [
    { text: `${bar.code}. ${bar.name}` },
    { text: barInSquares(bar.share), alignment: 'center' },
    ...[bar.points, bar.percent, bar.met].map((text): CellText => ({ text, alignment: 'center' })),
  ]);
  return [
    heading(title, { newPage: true }),
    ...conclusions.map((line) => paragraph(line, { bold: true })),
    heading(groups.heading),
    table([headCells(groups.columns), ...bars], [textWidth.portrait - 300, 110, 76, 60, 54], { headRows: 1 }),
    heading(findings.heading),
    paragraph(findings.lead),
    ...findings.items.map(listItem),
    heading(mandatory.heading),
    ...mandatory.items.map(listItem),
    heading(path.heading),
    ...path.items.map(listItem),
  ];
}

function listItem(text: string): Paragraph {
  return paragraph(`– ${text}`, { indent: 10 });
}

/** The head of a table. */
export function headCells(texts: readonly string[]): CellText[] {
  return texts.map((text) => ({ text, bold: true, alignment: 'center', fill: fillColours.head }));
}

/** Ten squares for the group's own maximum: a bar that stays text, and so can be edited. */
function barInSquares(share: number | null): string {
  if (share === null) return '–';
  const full = Math.floor(share * 10);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}
