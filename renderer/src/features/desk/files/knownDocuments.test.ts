import { describe, expect, it } from 'vitest';
import { emptyAnswer, type Evidence } from '#shared/domain/assessment/answer.ts';
import { listKnownDocuments, measureFiles } from './knownDocuments.ts';

const plan: Evidence = {
  number: '12/KH-UBND',
  date: '2026-03-05',
  issuer: 'UBND',
  title: 'Kế hoạch',
  page: '2',
};
const file = { sha256: 'a'.repeat(64), name: 'ke-hoach.pdf', size: 1000 };
const answers = {
  b: {
    ...emptyAnswer,
    evidence: [
      { ...plan, page: '7' },
      { ...plan, file },
    ],
  },
  a: { ...emptyAnswer, evidence: [plan, { ...plan, number: '', title: '', date: '2026-01-01' }] },
  c: { ...emptyAnswer, evidence: [{ ...plan, number: '13', file }] },
};

describe('the documents of an assessment', () => {
  it('are each listed once with their criteria, whatever page is cited', () => {
    const known = listKnownDocuments(answers, ['a', 'b', 'c']);
    expect(known.map(({ criterionIds }) => criterionIds)).toEqual([['a', 'b'], ['b'], ['c']]);
    expect(known[0]?.evidence).toBe(plan);
  });

  it('weigh what is stored: a file at two criteria counts once', () => {
    expect(measureFiles(answers)).toEqual({ count: 1, bytes: 1000 });
  });
});
