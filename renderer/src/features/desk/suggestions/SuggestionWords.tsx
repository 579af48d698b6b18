import { useTranslation } from 'react-i18next';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { usePeriodText } from '../../../lib/usePeriodText.ts';
import classes from './suggestions.module.css';
import type { Suggestion } from './useSuggestions.ts';

interface SuggestionWordsProps {
  readonly score: CriterionScore;
  readonly suggestion: Suggestion;
}

/** The figures offered, how many documents come along, and from whom each figure is. */
export function SuggestionWords({ score, suggestion }: SuggestionWordsProps) {
  const { t } = useTranslation('desk');
  const { language, translateRule } = useFormat();
  const describePeriod = usePeriodText();
  const figures = (value: unknown): string => {
    const answer = { ...score.answer, value: value as AnswerValue | null, notApplicable: '' };
    return figuresInWords({ ...score, answer }, language, translateRule).brief.join('; ');
  };
  const offered = figures(suggestion.value);
  return (
    <div className={classes.words}>
      <p>{offered === '' ? t('suggestions.documentsOnly') : t('suggestions.value', { figures: offered })}</p>
      {suggestion.evidence.length > 0 && (
        <p>{t('suggestions.documents', { count: suggestion.evidence.length })}</p>
      )}
      <ul>
        {suggestion.from.map(({ unitName, period, value }) => (
          <li key={`${unitName} ${period}`}>
            {t(suggestion.from.length === 1 ? 'suggestions.fromOne' : 'suggestions.from', {
              unit: unitName,
              period: describePeriod(period),
              figures: figures(value) || t('suggestions.noFigures'),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
