import { describe, expect, it } from 'vitest';
import { parsePeriod, targetYear } from './period.ts';

const read = (text: string): unknown => {
  const parsed = parsePeriod(text);
  return parsed.ok
    ? [parsed.value.code, parsed.value.firstDay, parsed.value.lastDay, targetYear(parsed.value)]
    : parsed.errors[0]?.code;
};

describe('reading a period', () => {
  it('knows years, quarters and free spans', () => {
    expect(read('2026')).toEqual(['2026', '2026-01-01', '2026-12-31', 2026]);
    expect(read('2026-q1')).toEqual(['2026-Q1', '2026-01-01', '2026-03-31', 2026]);
    expect(read('2026Q4')).toEqual(['2026-Q4', '2026-10-01', '2026-12-31', 2026]);
    expect(read('2025-07-01/2026-06-30')).toEqual([
      '2025-07-01/2026-06-30',
      '2025-07-01',
      '2026-06-30',
      2026,
    ]);
  });

  it.each([
    '',
    '26',
    '2026-Q5',
    '2026-06-30/2026-01-01',
    '2026/2027',
    '1999',
    '2026-01-01/2026-02-30',
    'a/b/c',
  ])('refuses %s', (text) => {
    expect(read(text)).toBe('period-malformed');
  });
});
