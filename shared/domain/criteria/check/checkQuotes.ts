import type { CriteriaSet, Source } from '../criteriaSet.ts';
import type { Target } from '../../ranking/targets.ts';
import { listCriteria } from '../criteriaOfSet.ts';
import { nameOfSet } from './checkCriteriaSet.ts';
import { contentFault, type ContentFault } from './contentFault.ts';

/** A quote may begin or end this many lines outside the lines given: a heading or a blank line lies between. */
const lineTolerance = 2;

export interface QuoteCheck {
  /** Quotes that were compared with their document. */
  readonly checked: number;
  readonly faults: readonly ContentFault[];
}

/** A document as one running text, with the line on which each character stood. */
interface RunningText {
  readonly text: string;
  readonly lineAt: readonly number[];
}

/**
 * Compares every quote of a set, and of targets that cite its documents, with the text of its document, after joining broken lines and bringing both to
 * NFC, and checks that it stands at the lines given. `documents` holds the texts by file name.
 */
export function checkQuotes(
  set: CriteriaSet,
  documents: ReadonlyMap<string, string>,
  targets: readonly Target[] = [],
): QuoteCheck {
  const running = new Map([...documents].map(([file, text]) => [file, joinLines(text)]));
  const results = listSources(set, targets).map(({ source, place }) => checkQuote(set, source, place, running));
  return {
    checked: results.filter(({ isChecked }) => isChecked).length,
    faults: results.flatMap(({ faults }) => faults),
  };
}

type DocumentSource = Extract<Source, { kind: 'document' }>;

function listSources(
  set: CriteriaSet,
  targets: readonly Target[],
): readonly { readonly source: DocumentSource; readonly place: string }[] {
  const name = nameOfSet(set);
  const all = [
    ...[...set.thresholds, ...targets].flatMap(({ id, sources }) =>
      sources.map((source) => ({ source, place: `${name} ${id}` })),
    ),
    ...listCriteria(set).map(({ code, source }) => ({ source, place: `${name} ${code}` })),
  ];
  return all.flatMap(({ source, place }) => (source.kind === 'document' ? [{ source, place }] : []));
}

function checkQuote(
  set: CriteriaSet,
  source: DocumentSource,
  place: string,
  documents: ReadonlyMap<string, RunningText>,
): { readonly isChecked: boolean; readonly faults: readonly ContentFault[] } {
  const file = set.documents.find(({ id }) => id === source.document)?.file ?? source.document;
  const document = documents.get(file);
  if (!document) return { isChecked: false, faults: [contentFault('source-file-missing', place, { file })] };
  const ranges = parseLines(source.lines);
  if (!ranges)
    return { isChecked: true, faults: [contentFault('lines-malformed', place, { lines: source.lines })] };
  const spans = findQuote(document, source.quote);
  if (spans.length === 0) {
    return {
      isChecked: true,
      faults: [contentFault('quote-not-found', place, { quote: source.quote, file })],
    };
  }
  const isThere = spans.some((span) => ranges.some((range) => touches(span, range)));
  const params = { lines: source.lines, found: spans.map(([first]) => String(first)).join(', '), file };
  return { isChecked: true, faults: isThere ? [] : [contentFault('quote-not-at-lines', place, params)] };
}

type LineSpan = readonly [first: number, last: number];

/** `2096-2100`, `926, 1270`, `470-474, 175`. */
function parseLines(lines: string): readonly LineSpan[] | null {
  const spans = lines.split(',').map((part): LineSpan | null => {
    const match = /^(\d+)(?:-(\d+))?$/u.exec(part.trim());
    if (!match) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    return first >= 1 && first <= last ? [first, last] : null;
  });
  return spans.every((span) => span !== null) ? spans : null;
}

function touches([first, last]: LineSpan, [from, to]: LineSpan): boolean {
  return first <= to + lineTolerance && last >= from - lineTolerance;
}

function joinLines(text: string): RunningText {
  let joined = '';
  const lineAt: number[] = [];
  text
    .normalize('NFC')
    .split(/\r?\n/u)
    .forEach((line, index) => {
      const words = oneSpaced(line);
      if (words === '') return;
      joined += joined === '' ? words : ` ${words}`;
      while (lineAt.length < joined.length) lineAt.push(index + 1);
    });
  return { text: joined, lineAt };
}

function findQuote({ text, lineAt }: RunningText, quote: string): readonly LineSpan[] {
  const wanted = oneSpaced(quote.normalize('NFC'));
  const spans: LineSpan[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    spans.push([lineAt[at] ?? 0, lineAt[at + wanted.length - 1] ?? 0]);
  }
  return spans;
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
