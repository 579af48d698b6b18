import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessment, makeCriterion, makeFrame } from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer } from '../assessment/answer.ts';
import { scoreAssessment } from '../scoring/scoreAssessment.ts';
import { normaliseAppraisal, type Appraisal } from './appraisal.ts';
import { scoreAppraised } from './scoreAppraised.ts';

const seen = 'a'.repeat(64);
const answeredAnew = 'b'.repeat(64);
const accepted: Appraisal = { decision: 'accepted', points: null, reason: '', answerDigest: seen };
const adjusted = (points: string): Appraisal => ({
  decision: 'adjusted',
  points,
  reason: 'vì sao',
  answerDigest: seen,
});

const frame = makeFrame([makeCriterion({ kind: 'yes_no' }, 2, 0), makeCriterion({ kind: 'yes_no' }, 3, 1)]);
const first = 'zz-001';
const score = scoreAssessment(frame, {
  [first]: { ...emptyAnswer, value: true },
  'zz-002': { ...emptyAnswer, value: null, notApplicable: 'không có' },
});

function appraise(appraisals: Record<string, Appraisal>, digest = seen) {
  return scoreAppraised(frame.set, score, appraisals, { [first]: digest, 'zz-002': digest });
}

describe('the score as appraised', () => {
  it('leaves open what nobody has judged', () => {
    const { standing } = appraise({});
    expect([standing.percent?.toFraction(), standing.ceilingPercent?.toFraction()]).toEqual(['0', '100']);
    expect(standing.criteriaOpen).toBe(2);
  });

  it('takes the points that were given instead, also where the unit said it does not apply', () => {
    const { standing } = appraise({ [first]: adjusted('1'), 'zz-002': adjusted('3') });
    expect(standing.points).toEqual(new Fraction(4));
    expect(standing.max).toEqual(new Fraction(5));
    expect(standing.criteriaMet).toBe(1);
  });

  it('keeps out of the maximum what was accepted as not applicable', () => {
    const { standing } = appraise({ [first]: accepted, 'zz-002': accepted });
    expect([standing.points.toFraction(), standing.max.toFraction()]).toEqual(['2', '2']);
  });

  it('opens a criterion again when the unit has answered anew', () => {
    const { standing, criteria } = appraise({ [first]: accepted, 'zz-002': accepted }, answeredAnew);
    expect(criteria.every(({ isOutdated }) => isOutdated)).toBe(true);
    expect(standing.criteriaOpen).toBe(2);
  });

  it('keeps open what was sent back or needs an explanation', () => {
    const returned: Appraisal = { ...accepted, decision: 'returned', reason: 'thiếu văn bản' };
    const { standing } = appraise({ [first]: returned, 'zz-002': accepted });
    expect([standing.points.toFraction(), standing.ceilingPoints.toFraction()]).toEqual(['0', '2']);
  });

  it('is what was declared once everything is accepted, with nothing open', () => {
    fc.assert(
      fc.property(arbitraryAssessment(12), ({ frame: drawn, answers }) => {
        const declared = scoreAssessment(drawn, answers);
        const ids = declared.criteria.map(({ criterion }) => criterion.id);
        const of = <T>(value: T) => Object.fromEntries(ids.map((id) => [id, value]));
        const { standing, bonus, penalty } = scoreAppraised(drawn.set, declared, of(accepted), of(seen));
        expect(standing.points).toEqual(declared.claimed.points);
        expect(standing.max).toEqual(declared.claimed.max);
        expect(standing.criteriaMet).toBe(declared.claimed.criteriaMet);
        expect([standing.criteriaOpen, bonus, penalty]).toEqual([0, declared.bonus, declared.penalty]);
      }),
    );
  });

  it('never lets the floor pass the ceiling, and judging more never widens the range', () => {
    const decisions = fc.constantFrom('accepted', 'adjusted', 'returned', 'none');
    fc.assert(
      fc.property(arbitraryAssessment(10), fc.array(decisions), ({ frame: drawn, answers }, given) => {
        const declared = scoreAssessment(drawn, answers);
        const digests = Object.fromEntries(declared.criteria.map(({ criterion }) => [criterion.id, seen]));
        const appraisals: Record<string, Appraisal> = {};
        let width: Fraction | null = null;
        declared.criteria.forEach(({ criterion }, index) => {
          const decision = given[index] ?? 'none';
          if (decision === 'accepted') appraisals[criterion.id] = accepted;
          if (decision === 'adjusted') appraisals[criterion.id] = adjusted(criterion.maxPoints);
          if (decision === 'returned') appraisals[criterion.id] = { ...accepted, decision: 'returned' };
          const { standing } = scoreAppraised(drawn.set, declared, appraisals, digests);
          const range = standing.ceilingPoints.sub(standing.points);
          expect(range.gte(0)).toBe(true);
          if (width !== null) expect(range.lte(width)).toBe(true);
          width = range;
        });
      }),
    );
  });
});

describe('checking an appraisal', () => {
  const [own] = score.criteria;
  if (!own) throw new Error('unreachable');
  const check = (given: Partial<Appraisal>) => {
    const result = normaliseAppraisal(own, { ...accepted, ...given }, '1.1');
    return result.ok ? result.value.points : result.errors.map(({ code, place }) => `${code} ${place ?? ''}`);
  };

  it('wants a reason for everything but acceptance', () => {
    expect(check({})).toBeNull();
    expect(check({ decision: 'returned', reason: ' ' })).toEqual(['reason-missing 1.1']);
  });

  it('takes points from 0 to the maximum, with a comma too', () => {
    expect(check(adjusted('1,50'))).toBe('1.5');
    expect(check(adjusted('2.01'))).toEqual(['points-above-maximum 1.1']);
    expect(check(adjusted('-1'))).toEqual(['number-negative 1.1']);
    expect(check({ ...adjusted('1'), points: null })).toEqual(['points-of-adjustment-missing 1.1']);
  });

  it('forgets points where nothing is adjusted', () => {
    expect(check({ decision: 'accepted', points: '1' })).toBeNull();
  });
});
