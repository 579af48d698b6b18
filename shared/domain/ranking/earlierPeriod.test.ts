import { expect, test } from 'vitest';
import { valueOf } from '../../../test/helpers/valueOf.ts';
import { parsePeriod } from '../assessment/period.ts';
import { chooseEarlierPeriod, listEarlierPeriods } from './earlierPeriod.ts';

const period = (code: string) => valueOf(parsePeriod(code));
const earlier = (code: string, ...others: readonly string[]) =>
  listEarlierPeriods(period(code), others.map(period));
const chosen = (code: string, ...others: readonly string[]) =>
  chooseEarlierPeriod(period(code), earlier(code, ...others))?.code ?? null;

test('a period is compared with earlier ones of its kind only, the newest first', () => {
  const found = earlier('2026', '2023', '2025-Q4', '2026', '2025', '2027', '2025-01-01/2025-06-30');
  expect(found.map(({ code }) => code)).toEqual(['2025', '2023']);
});

test('it is the one a year before, else the newest earlier one, unless told otherwise', () => {
  expect(chosen('2026', '2023', '2025')).toBe('2025');
  expect(chosen('2026', '2022', '2023')).toBe('2023');
  expect(chosen('2026-Q3', '2026-Q2', '2025-Q3')).toBe('2025-Q3');
  expect(chosen('2026-Q3', '2026-Q2', '2025-Q4')).toBe('2026-Q2');
  expect(chosen('2026-01-01/2026-06-30', '2025-07-01/2025-12-31', '2025-01-01/2025-06-30')).toBe(
    '2025-01-01/2025-06-30',
  );
  expect(chosen('2026', '2027', '2025-Q4')).toBeNull();
});

test('a span to the end of February is a year after one that ended on the 29th', () => {
  expect(chosen('2025-01-01/2025-02-28', '2024-10-01/2024-12-31', '2024-01-01/2024-02-29')).toBe(
    '2024-01-01/2024-02-29',
  );
});
