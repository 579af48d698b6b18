import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { readContent, readMainSample } from '../../../../../test/helpers/content.ts';
import { isShownBy, namesOf, type CriterionFilter } from './criterionFilter.ts';

const { frame, answers } = readMainSample(readContent());
const { criteria, claimed } = scoreAssessment(frame, answers);
const nobody = new Set<string>();
const idsShown = (filter: CriterionFilter, assignees = {}, owed = nobody): readonly string[] =>
  criteria
    .filter((score) => isShownBy(filter, score, { assignees, owed }))
    .map(({ criterion }) => criterion.id);

describe('the filter of the list of criteria', () => {
  it('shows everything, or only what is still to be done', () => {
    expect(idsShown({ kind: 'all' })).toHaveLength(criteria.length);
    expect(idsShown({ kind: 'unanswered' }).length).toBeGreaterThanOrEqual(claimed.criteriaOpen);
    const notMet = idsShown({ kind: 'not-met' });
    expect(notMet).toHaveLength(claimed.criteriaApplicable - claimed.criteriaOpen - claimed.criteriaMet);
    expect(notMet.filter((id) => idsShown({ kind: 'unanswered' }).includes(id))).toEqual([]);
  });

  it('shows points that are claimed without a document', () => {
    const lacking = criteria.filter(({ evidenced }) => !evidenced).map(({ criterion }) => criterion.id);
    expect(idsShown({ kind: 'no-evidence' })).toEqual(lacking);
  });

  it('shows what the level above wants answered', () => {
    const [first = ''] = criteria.map(({ criterion }) => criterion.id);
    expect(idsShown({ kind: 'owed' }, {}, new Set([first, 'elsewhere']))).toEqual([first]);
  });

  it('shows the criteria of one colleague', () => {
    const [first = '', second = ''] = criteria.map(({ criterion }) => criterion.id);
    const assignees = { [first]: 'Lan', [second]: 'Bình' };
    expect(idsShown({ kind: 'assigned', name: 'Lan' }, assignees)).toEqual([first]);
    expect(namesOf({ ...assignees, other: 'Lan' })).toEqual(['Bình', 'Lan']);
  });
});
