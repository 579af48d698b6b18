import { assertNever } from '#shared/errors/assertNever.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';

/** Which criteria the list shows. `owed`: those the level above wants answered. `assigned`: those a colleague of that name sees to. */
export type CriterionFilter =
  | { readonly kind: 'all' | 'unanswered' | 'no-evidence' | 'not-met' | 'owed' }
  | { readonly kind: 'assigned'; readonly name: string };

/** Who sees to which criterion, by criterion id. */
export type Assignees = Readonly<Record<string, string>>;

/** What the filter needs to know beside the score. */
export interface FilterFacts {
  readonly assignees: Assignees;
  /** Criteria that the level above wants answered. */
  readonly owed: ReadonlySet<string>;
}

/** `not-met` leaves out what is not answered yet: that is another kind of work. */
export function isShownBy(
  filter: CriterionFilter,
  score: CriterionScore,
  { assignees, owed }: FilterFacts,
): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'unanswered':
      return score.state === 'unanswered';
    case 'no-evidence':
      return !score.evidenced;
    case 'not-met':
      return score.counts && score.state === 'answered' && !score.met;
    case 'owed':
      return owed.has(score.criterion.id);
    case 'assigned':
      return assignees[score.criterion.id] === filter.name;
    default:
      return assertNever(filter);
  }
}

/** Every name once, in alphabetical order. */
export function namesOf(assignees: Assignees): readonly string[] {
  return [...new Set(Object.values(assignees))].toSorted((a, b) => a.localeCompare(b, 'vi'));
}
