import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from './calendarDate.ts';

const read = (text: string): string => {
  const parsed = parseCalendarDate(text);
  return parsed.ok ? parsed.value : (parsed.errors[0]?.code ?? '');
};

describe('reading a day', () => {
  it('accepts ISO and day-first writing', () => {
    expect(['2026-03-05', '05/03/2026', '5-3-2026', ' 5.3.2026 ', '29/02/2024'].map(read)).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
      '2024-02-29',
    ]);
  });

  it.each([
    '',
    '31/04/2026',
    '29/02/2026',
    '2026-13-01',
    '00/01/2026',
    '5/3/26',
    '05/03',
    'hôm nay',
    '01/01/0001',
  ])('refuses %s', (text) => {
    expect(read(text)).toBe('date-malformed');
  });
});
