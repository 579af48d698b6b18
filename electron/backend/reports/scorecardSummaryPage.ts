import type { Content, ContentText, TableCell } from 'pdfmake/interfaces';
import type { ScorecardSummary } from '#shared/report/scorecardSummary.ts';
import { groupBar, radar } from './charts.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { setLines } from './setLines.ts';
import { fillColours, linedTable } from './tableLook.ts';
import { setText } from './typography.ts';

const barWidth = 118;
const radarRadius = 66;
const radarWidth = 2 * radarRadius + 40;
const gap = 12;

/** The chairman's page, on its own. */
export function summaryPage(summary: ScorecardSummary): Content[] {
  const { findings, mandatory, path } = summary;
  const wide = textWidth.portrait;
  return [
    { text: summary.heading, style: 'heading', pageBreak: 'before', margin: [0, 0, 0, 4] },
    ...summary.conclusions.map((conclusion): Content => ({
      text: setText(conclusion),
      bold: true,
      margin: [0, 0, 0, 2],
    })),
    heading(summary.groups.heading),
    barTable(summary),
    {
      columns: [
        {
          width: '*',
          stack: [
            heading(findings.heading),
            line(findings.lead, wide - radarWidth - gap),
            ...findings.items.map((item) => bullet(item, wide - radarWidth - gap)),
          ],
        },
        {
          width: radarWidth,
          stack: [
            ...radar(summary.groups.bars, radarRadius),
            { text: summary.groups.radarCaption, italics: true, fontSize: 10, alignment: 'center' },
          ],
          margin: [0, 10, 0, 0],
        },
      ],
      columnGap: gap,
    },
    heading(mandatory.heading),
    ...mandatory.items.map((item) => bullet(item, wide)),
    heading(path.heading),
    ...path.items.map((item) => bullet(item, wide)),
  ];
}

function heading(text: string): Content {
  return { text: setText(text), bold: true, fontSize: typeSize.summary, margin: [0, 6, 0, 1] };
}

function line(text: string, width: number): ContentText {
  return {
    text: setLines(text, { width, size: typeSize.summary, style: 'normal' }),
    fontSize: typeSize.summary,
  };
}

const bulletWidth = 10;

function bullet(text: string, width: number): Content {
  return {
    columns: [
      { width: bulletWidth, text: '–', fontSize: typeSize.summary },
      { width: '*', ...line(text, width - bulletWidth) },
    ],
    columnGap: 0,
    margin: [0, 0, 0, 1],
  };
}

function barTable({ groups }: ScorecardSummary): Content {
  const head = groups.columns.map((text): TableCell => ({
    text,
    bold: true,
    alignment: 'center',
    fillColor: fillColours.head,
  }));
  const rows = groups.bars.map((bar): TableCell[] => [
    { text: setText(`${bar.code}. ${bar.name}`) },
    bar.share === null
      ? { text: setText(bar.points), alignment: 'center', italics: true }
      : { canvas: groupBar(bar, barWidth) },
    ...[bar.share === null ? '–' : bar.points, bar.percent, bar.met].map((text): TableCell => ({
      text: setText(text),
      alignment: 'center',
    })),
  ]);
  return {
    table: { widths: ['*', barWidth, 62, 50, 48], headerRows: 1, body: [head, ...rows] },
    layout: { ...linedTable, paddingTop: () => 1, paddingBottom: () => 1 },
    fontSize: typeSize.summary,
  };
}
