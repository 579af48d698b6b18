import { describe, expect, it } from 'vitest';
import { draftForYear, periodCodeOf } from './periodDraft.ts';

describe('the period of a new assessment', () => {
  const draft = draftForYear(2026);

  it('is a year, a quarter or a span of days', () => {
    expect(periodCodeOf(draft)).toBe('2026');
    expect(periodCodeOf({ ...draft, kind: 'quarter', quarter: '3' })).toBe('2026-Q3');
    expect(periodCodeOf({ ...draft, kind: 'span', firstDay: '1/1/2026', lastDay: '30/06/2026' })).toBe(
      '2026-01-01/2026-06-30',
    );
  });

  it('is none while days are missing, impossible or the wrong way round', () => {
    expect(periodCodeOf({ ...draft, kind: 'span' })).toBeNull();
    expect(
      periodCodeOf({ ...draft, kind: 'span', firstDay: '31/02/2026', lastDay: '30/06/2026' }),
    ).toBeNull();
    expect(
      periodCodeOf({ ...draft, kind: 'span', firstDay: '01/07/2026', lastDay: '30/06/2026' }),
    ).toBeNull();
    expect(periodCodeOf({ ...draft, year: '26' })).toBeNull();
  });
});
