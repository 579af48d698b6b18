import { describe, expect, it } from 'vitest';
import { periodsOf, usualSetOf } from './useChase.ts';

describe('what the chase board offers', () => {
  it('is this year with its quarters, then every other period once, the newest first', () => {
    const periods = periodsOf(
      [{ period: '2025' }, { period: '2026' }, { period: '2024' }, { period: '2025' }],
      2026,
    );
    expect(periods).toEqual(['2026', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2025', '2024']);
  });

  it('begins with the set that most assessments use', () => {
    expect(
      usualSetOf([
        { setId: 'a', assessments: 2 },
        { setId: 'b', assessments: 1 },
        { setId: 'b', assessments: 2 },
      ]),
    ).toBe('b');
    expect(usualSetOf([])).toBeNull();
  });
});
