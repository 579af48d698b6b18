import type { GroupScore } from '../domain/scoring/scoreAssessment.ts';

/** Whether a group has a maximum at all; bonus, penalty and information stand outside the scale. */
export function groupState(group: GroupScore): 'scored' | 'not-applicable' | 'outside-scale' {
  const ordinary = group.criteria.filter(
    (score) => score.criterion.role === 'ordinary' && score.rule.kind !== 'info',
  );
  if (ordinary.length === 0) return 'outside-scale';
  return ordinary.every((score) => score.state === 'not-applicable') ? 'not-applicable' : 'scored';
}
