import Fraction from 'fraction.js';
import type { AssessmentScore, GroupScore } from '../domain/scoring/scoreAssessment.ts';
import { formatNumber, formatPercent } from './formatFigure.ts';
import { groupState } from './groupState.ts';
import type { Words } from './words.ts';

/** A group of the chart. Lengths are shares, 0…1, for drawing only; figures and words are printed beside. */
export interface GroupBar {
  readonly code: string;
  readonly name: string;
  /** Of the largest group's maximum; both 0 for a group outside the scale. */
  readonly maxLength: number;
  readonly pointsLength: number;
  /** Points of the group's own maximum; null where it has none. */
  readonly share: number | null;
  readonly points: string;
  readonly percent: string;
  readonly met: string;
}

export function buildGroupBars(score: AssessmentScore, words: Words): readonly GroupBar[] {
  const scored = score.groups.filter((group) => groupState(group) === 'scored');
  const largest = scored.reduce((most, group) => (group.max.gt(most) ? group.max : most), new Fraction(0));
  return score.groups.map((group) => barOf(group, largest, words));
}

function barOf(group: GroupScore, largest: Fraction, { language, translate }: Words): GroupBar {
  const head = { code: group.group.code, name: group.group.name[language] };
  const state = groupState(group);
  if (state !== 'scored') {
    const points = translate(state === 'not-applicable' ? 'report:notApplicable' : 'report:outsideScale');
    return { ...head, maxLength: 0, pointsLength: 0, share: null, points, percent: '–', met: '–' };
  }
  const counting = group.criteria.filter((criterion) => criterion.counts);
  return {
    ...head,
    maxLength: group.max.div(largest).valueOf(),
    pointsLength: group.points.div(largest).valueOf(),
    share: group.points.div(group.max).valueOf(),
    points: translate('report:resultOf', {
      part: formatNumber(group.points, language, [group.max]),
      whole: formatNumber(group.max, language),
    }),
    percent: formatPercent(group.points.mul(new Fraction(100)).div(group.max), language, [new Fraction(100)]),
    met: translate('report:resultOf', {
      part: counting.filter((criterion) => criterion.met).length,
      whole: counting.length,
    }),
  };
}
