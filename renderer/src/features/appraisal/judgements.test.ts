import { describe, expect, it } from 'vitest';
import type { CriterionAppraisals } from '#shared/api/contract.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { readContent, readMainSample } from '../../../../test/helpers/content.ts';
import { acceptanceOf } from './decision/acceptance.ts';
import {
  isListedBy,
  isOpen,
  listComplete,
  listCriteriaToJudge,
  listToKeep,
  scoreJudged,
  type Judgement,
} from './judgements.ts';

const { frame, answers } = readMainSample(readContent());
const score = scoreAssessment(frame, answers);
const candidate = { score, answers, header: {}, period: frame.period, checks: undefined };
const [first, second, third] = score.criteria.filter(
  ({ rule, state }) => rule.kind !== 'info' && state === 'answered',
);
if (!first || !second || !third) throw new Error('The sample has too few answers');

function judgement(decision: Judgement['decision'], part: Partial<Judgement> = {}): Judgement {
  const points = decision === 'adjusted' ? '0.25' : null;
  const reason = decision === 'accepted' ? '' : 'vì sao';
  return {
    decision,
    points,
    reason,
    author: '',
    changedAt: '2026-11-21T00:00:00.000Z',
    isOutdated: false,
    ...part,
  };
}

function judged(criteria: CriterionAppraisals['criteria'], changedSinceRevision: string[] = []) {
  const nothing = { criteria, changedSinceRevision } as unknown as CriterionAppraisals;
  return nothing;
}

const appraisals = judged(
  [
    { criterionId: first.criterion.id, appraised: judgement('adjusted'), final: null },
    { criterionId: second.criterion.id, appraised: judgement('accepted', { isOutdated: true }), final: null },
    { criterionId: third.criterion.id, appraised: judgement('returned'), final: null },
  ],
  [third.criterion.id],
);

describe('the criteria as the appraiser sees them', () => {
  const list = listCriteriaToJudge(score, appraisals, 'appraised');
  const stateOf = (id: string) => list.find((one) => one.score.criterion.id === id)?.state;

  it('say what is decided, what was answered anew, and what needs no decision', () => {
    expect([first, second, third].map(({ criterion }) => stateOf(criterion.id))).toEqual([
      'adjusted',
      'outdated',
      'returned',
    ]);
    expect(list.filter((one) => one.score.rule.kind === 'info').every(({ state }) => state === 'noted')).toBe(
      true,
    );
  });

  it('are filtered by what is left to do', () => {
    const open = list.filter((one) => isListedBy('open', one));
    expect(open.map(({ score: own }) => own.criterion.id)).toContain(second.criterion.id);
    expect(open).toEqual(list.filter(isOpen));
    expect(list.filter((one) => isListedBy('changed', one))).toHaveLength(1);
  });

  it('offer for acceptance together only what nobody would object to and nothing decided', () => {
    const complete = listComplete(list, candidate, new Set());
    const ids = complete.map(({ score: own }) => own.criterion.id);
    expect(complete.length).toBeGreaterThan(0);
    expect(complete.every((one) => one.score.evidenced && !one.score.explanationMissing)).toBe(true);
    for (const { criterion } of [first, second, third]) expect(ids).not.toContain(criterion.id);
  });
});

describe('the score of the later stages', () => {
  it('counts adjusted points, and opens again what was answered anew', () => {
    const scores = scoreJudged(frame.set, score, appraisals.criteria);
    expect(scores.appraised.standing.points.toString()).toBe('0.25');
    const own = scores.appraised.criteria.find(({ criterion }) => criterion === second.criterion);
    expect(own?.isOutdated).toBe(true);
  });
});

describe('the council', () => {
  const list = listCriteriaToJudge(score, appraisals, 'final');

  it('takes over what was appraised and is up to date', () => {
    expect(listToKeep(list).map(({ score: own }) => own.criterion.id)).toEqual([first.criterion.id]);
  });

  it('keeps adjusted points by giving the same ones, which then counts as kept', () => {
    const [own] = listToKeep(list);
    if (!own) throw new Error('unreachable');
    const given = acceptanceOf(own, 'final');
    expect(given).toMatchObject({ decision: 'adjusted', points: '0.25', reason: 'vì sao' });
    const kept = judged([
      { criterionId: first.criterion.id, appraised: judgement('adjusted'), final: judgement('adjusted') },
    ]);
    const after = listCriteriaToJudge(score, kept, 'final');
    expect(after.find((one) => one.score.criterion.id === first.criterion.id)?.state).toBe('accepted');
  });
});
