import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../assessment/period.ts';
import {
  chaseStateOf,
  consolidationDay,
  daysUntil,
  usualDeadline,
  type SentAssessment,
} from './chaseUnit.ts';

const judged: SentAssessment = {
  isNewestSetVersion: true,
  isSigned: true,
  criteriaOpen: 0,
  criteriaToJudge: 0,
  criteriaOwed: 0,
  criteriaJudged: 75,
};

describe('where a unit stands', () => {
  it.each<[string, SentAssessment | null, string]>([
    ['nothing arrived', null, 'not-sent'],
    ['an older version of the set', { ...judged, isNewestSetVersion: false }, 'older-version'],
    ['a working copy', { ...judged, isSigned: false }, 'incomplete'],
    ['signed with open criteria', { ...judged, criteriaOpen: 2, criteriaJudged: 0 }, 'incomplete'],
    [
      'signed with open criteria that somebody has begun to judge',
      { ...judged, criteriaOpen: 2, criteriaJudged: 3, criteriaToJudge: 70 },
      'waiting-for-us',
    ],
    ['freshly signed', { ...judged, criteriaJudged: 0, criteriaToJudge: 75 }, 'waiting-for-us'],
    ['answered anew', { ...judged, criteriaToJudge: 1, criteriaOwed: 2 }, 'waiting-for-us'],
    ['sent back', { ...judged, criteriaOwed: 2 }, 'waiting-for-them'],
    ['all accepted or adjusted', judged, 'done'],
  ])('%s', (_name, sent, state) => {
    expect(chaseStateOf(sent)).toBe(state);
  });
});

describe('the last day for sending', () => {
  it.each([
    ['2026', '2026-12-10'],
    ['2026-Q4', '2026-12-10'],
    ['2026-Q3', '2026-09-30'],
    ['2026-01-01/2026-06-30', '2026-06-30'],
  ])('of %s is %s', (code, day) => {
    const period = parsePeriod(code);
    if (!period.ok) throw new Error(code);
    expect(usualDeadline(period.value)).toBe(day);
  });

  it.each([
    ['2026', '2026-12-15'],
    ['2026-Q4', '2026-12-15'],
    ['2026-Q3', null],
    ['2026-01-01/2026-06-30', null],
  ])('of %s leaves until %s to put everything together', (code, day) => {
    const period = parsePeriod(code);
    if (!period.ok) throw new Error(code);
    expect(consolidationDay(period.value)).toBe(day);
  });

  it('counts whole days, also over the end of a month', () => {
    expect(daysUntil('2026-12-10', '2026-11-21')).toBe(19);
    expect(daysUntil('2026-12-10', '2026-12-10')).toBe(0);
    expect(daysUntil('2026-12-10', '2026-12-12')).toBe(-2);
  });
});
