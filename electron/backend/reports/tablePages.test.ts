import { expect, test } from 'vitest';
import type { ScorecardTable } from '#shared/report/scorecardTable.ts';
import { sampleScorecard } from '../../../test/helpers/sampleScorecard.ts';
import { pageMargins, pageSize } from './pageGeometry.ts';
import { layTableOut, type TablePage } from './tablePages.ts';

const bottom = pageSize.short - pageMargins.bottom;

function wordsOf(pages: readonly TablePage[]): string {
  return pages
    .flatMap((page) => page.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)))
    .map((line) => line.text)
    .join(' ');
}

test('rows follow each other without gaps and end above the margin', () => {
  for (const page of layTableOut(sampleScorecard().table)) {
    let top = page.heading === null ? pageMargins.top : (page.rows[0]?.top ?? 0);
    for (const row of page.rows) {
      expect(row.top).toBeCloseTo(top);
      top += row.height;
    }
    expect(top).toBeLessThanOrEqual(bottom);
  }
});

test('each page begins with the names of the columns and a group, and no group stays behind alone', () => {
  const pages = layTableOut(sampleScorecard().table);
  for (const { rows } of pages) {
    const kinds = rows.map((row) => row.kind);
    expect(kinds[0]).toBe('columns');
    expect(kinds[1]).toBe('group');
    expect(kinds.at(-1)).not.toBe('group');
  }
  expect(pages.map((page) => page.heading !== null)).toEqual(pages.map((_, index) => index === 0));
});

test('a row taller than a page goes on over the next ones, and nothing of it is lost', () => {
  const { table } = sampleScorecard();
  const [group] = table.groups;
  const [row] = group?.rows ?? [];
  if (!group || !row) throw new Error('The sample has no rows');
  const explanation = Array.from({ length: 400 }, (_, index) => `dòng ${String(index + 1)}`).join('\n');
  const tall: ScorecardTable = { ...table, groups: [{ ...group, rows: [{ ...row, explanation }] }] };
  const pages = layTableOut(tall);
  expect(pages.length).toBeGreaterThan(10);
  const words = wordsOf(pages);
  for (const number of [1, 37, 200, 400]) expect(words).toContain(`dòng ${String(number)}`);
  expect(words.split('dòng').length - 1).toBe(400);
});
