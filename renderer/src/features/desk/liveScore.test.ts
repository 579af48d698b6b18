import { describe, expect, it } from 'vitest';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { readContent, readMainSample } from '../../../../test/helpers/content.ts';
import { createLiveScore } from './liveScore.ts';

const { frame, answers } = readMainSample(readContent());
const [first = ''] = Object.keys(answers);
const firstAnswer = answers[first] ?? emptyAnswer;

describe('the score while an officer answers', () => {
  it('is the score of the whole assessment', () => {
    expect(createLiveScore(frame)(answers).score).toEqual(scoreAssessment(frame, answers));
  });

  it('stays the same object while only texts change, and the criterion still has its newest text', () => {
    const live = createLiveScore(frame);
    const before = live(answers);
    const explained = { ...firstAnswer, explanation: `${firstAnswer.explanation} thêm` };
    const after = live({ ...answers, [first]: explained });
    expect(after.score).toBe(before.score);
    expect(after.criteria.find(({ criterion }) => criterion.id === first)?.answer).toBe(explained);
  });

  it('scores only the changed criterion anew', () => {
    const live = createLiveScore(frame);
    const before = live(answers);
    const after = live({ ...answers, [first]: { ...firstAnswer, value: null } });
    expect(after.score).not.toBe(before.score);
    const changed = after.criteria.filter((score, index) => score !== before.criteria[index]);
    expect(changed.map(({ criterion }) => criterion.id)).toEqual([first]);
  });
});
