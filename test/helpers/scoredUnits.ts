import fc from 'fast-check';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { criteriaSetSchema, type CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { ScoredUnit } from '#shared/domain/ranking/scoredUnit.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { valueOf } from './valueOf.ts';

const words = { vi: 'chữ', en: 'words' };
const source = { kind: 'design', note: words };
const yesNo = (id: string, code: string, maxPoints: string, more: object = {}) => ({
  id,
  code,
  name: words,
  maxPoints,
  rule: { kind: 'yes_no' },
  appliesTo: ['phuong', 'xa'],
  notApplicable: 'allowed',
  evidenceRule: 'required',
  evidence: words,
  guidance: words,
  source,
  ...more,
});

/** Two groups worth 60 and 40 points, a bonus of 5 and a penalty of 10; everything is yes or no. */
export const smallSet: CriteriaSet = criteriaSetSchema.parse({
  id: 'small',
  version: '1.0.0',
  title: words,
  status: 'reference',
  statement: words,
  appliesTo: ['phuong', 'xa'],
  documents: [],
  policy: { mandatoryBlocksVerdict: false },
  thresholds: [
    { id: 'points-80', measure: 'points', at: 80, title: words, sources: [source] },
    { id: 'criteria-50', measure: 'criteria', at: 50, title: words, sources: [source] },
  ],
  bands: {
    note: words,
    derived: true,
    steps: [
      { id: 'tot', name: words, at: 80 },
      { id: 'kha', name: words, at: 50 },
    ],
  },
  groups: [
    {
      id: 'sm-g01',
      code: '1',
      name: words,
      criteria: [yesNo('sm-001', '1.1', '40'), yesNo('sm-002', '1.2', '20')],
    },
    {
      id: 'sm-g02',
      code: '2',
      name: words,
      criteria: [yesNo('sm-003', '2.1', '40', { evidenceRule: 'none' })],
    },
    {
      id: 'sm-g03',
      code: '3',
      name: words,
      criteria: [
        yesNo('sm-004', '3.1', '5', { role: 'bonus' }),
        yesNo('sm-005', '3.2', '10', { role: 'penalty', evidenceRule: 'none' }),
      ],
    },
  ],
});

const period = valueOf(parsePeriod('2026'));
const document = { number: '1/QĐ', date: '', issuer: '', title: '', page: '' };

/** What a unit says to the five criteria of `smallSet`: yes, no, `proved`, not applicable (`-`), or nothing. */
export type Said = 'yes' | 'no' | 'proved' | '-' | null;

export function scoredUnit(code: string, said: readonly Said[] | null, kind = 'phuong'): ScoredUnit {
  const unit = { code, validFrom: '2025-07-01', name: `Phường ${code}`, kind };
  if (said === null) return { unit, score: null, appraised: null, final: null };
  const ids = ['sm-001', 'sm-002', 'sm-003', 'sm-004', 'sm-005'];
  const answers: Answers = Object.fromEntries(
    ids.flatMap((id, index) => {
      const word = said[index] ?? null;
      if (word === null) return [];
      if (word === '-') return [[id, { ...emptyAnswer, notApplicable: 'không có' }]];
      return [[id, { ...emptyAnswer, value: word !== 'no', evidence: word === 'proved' ? [document] : [] }]];
    }),
  );
  const score = scoreAssessment({ set: smallSet, unitKind: kind, period }, answers);
  return { unit, score, appraised: null, final: null };
}

/** Any number of units of two kinds; some have sent nothing. */
export const arbitraryUnits: fc.Arbitrary<readonly ScoredUnit[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('phuong', 'xa'),
      said: fc.option(
        fc.array(fc.constantFrom<Said>('yes', 'no', 'proved', '-', null), { minLength: 5, maxLength: 5 }),
        { freq: 6 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((units) => units.map(({ kind, said }, index) => scoredUnit(String(20_000 + index), said, kind)));
