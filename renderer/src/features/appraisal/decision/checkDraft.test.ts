import { expect, it } from 'vitest';
import { makeCriterion } from '../../../../../test/helpers/arbitraryCriteria.ts';
import { checkDraft } from './checkDraft.ts';

const score = { criterion: makeCriterion({ kind: 'yes_no' }, 2, 0) };
const draft = { decision: 'adjusted', points: '1,5', reason: ' thiếu văn bản ' } as const;

it('a decision is sent in canonical form, with a decimal comma too', () => {
  expect(checkDraft(score, draft)).toEqual({
    kind: 'fine',
    given: {
      criterionId: score.criterion.id,
      decision: 'adjusted',
      points: '1.5',
      reason: 'thiếu văn bản',
    },
  });
});

it('every fault stands at its field at once', () => {
  const checked = checkDraft(score, { ...draft, points: '3', reason: ' ' });
  if (checked.kind !== 'faulty') throw new Error('unreachable');
  expect(checked.points.map(({ code }) => code)).toEqual(['points-above-maximum']);
  expect(checked.reason.map(({ code }) => code)).toEqual(['reason-missing']);
});

it('points that are unclear or missing are asked for, and only where points are given', () => {
  const faultsOf = (points: string) => {
    const checked = checkDraft(score, { ...draft, points });
    return checked.kind === 'faulty' ? checked.points.map(({ code }) => code) : [];
  };
  expect(faultsOf('')).toEqual(['points-of-adjustment-missing']);
  expect(faultsOf('1.234')).toEqual(['number-ambiguous']);
  expect(checkDraft(score, { ...draft, decision: 'returned', points: 'x' }).kind).toBe('fine');
});
