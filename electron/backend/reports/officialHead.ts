import type { Content } from 'pdfmake/interfaces';
import type { ScorecardHead } from '#shared/report/scorecardHead.ts';
import { typeSize } from './pageGeometry.ts';
import { setText } from './typography.ts';

/** The two columns at the top of an official document. */
export function officialHead(head: ScorecardHead): Content {
  const left: Content[] = [
    ...(head.parentBody === null ? [] : [{ text: head.parentBody, fontSize: typeSize.nation }]),
    ...head.issuingBody.map((line) => ({ text: line, bold: true, fontSize: typeSize.nation })),
    shortRule(70),
    { text: head.numberLine, fontSize: typeSize.motto, margin: [0, 6, 0, 0] },
  ];
  const right: Content[] = [
    { text: head.nation, bold: true, fontSize: typeSize.nation, noWrap: true },
    { text: head.motto, bold: true, fontSize: typeSize.motto },
    shortRule(160),
    ...(head.translation === null ? [] : [{ text: head.translation, italics: true, fontSize: 10.5 }]),
    { text: setText(head.placeAndDate), italics: true, fontSize: typeSize.motto, margin: [0, 6, 0, 0] },
  ];
  return {
    columns: [
      { width: 176, stack: left, alignment: 'center' },
      { width: '*', stack: right, alignment: 'center' },
    ],
    columnGap: 6,
  };
}

/** A rule as official documents have it below what stands alone in its column; `length` in points. */
export function shortRule(length: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 2, x2: length, y2: 2, lineWidth: 0.8 }],
    alignment: 'center',
    margin: [0, 0, 0, 2],
  };
}
