import type { CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import type { Words } from './words.ts';

export interface NotApplicable {
  readonly title: string;
  readonly reason: string;
}

/** Every criterion and every part of one that was declared not applicable, with the reason given. */
export function listNotApplicable(
  criteria: readonly CriterionScore[],
  { language, translate }: Words,
): readonly NotApplicable[] {
  return criteria.flatMap((score) => {
    const { code, name } = score.criterion;
    const reason = score.answer.notApplicable.normalize('NFC').trim();
    if (reason !== '') {
      return [{ title: translate('report:notApplicableItem', { code, name: name[language] }), reason }];
    }
    const { value } = score.answer;
    const given = typeof value === 'object' && value !== null && 'parts' in value ? value.parts : [];
    return score.parts.flatMap(({ part }, index) => {
      const answer = given[index];
      if (typeof answer !== 'object' || answer === null || !('notApplicable' in answer)) return [];
      const title = translate('report:notApplicablePart', {
        code,
        letter: part.id,
        name: part.text[language],
      });
      return [{ title, reason: answer.notApplicable.normalize('NFC') }];
    });
  });
}
