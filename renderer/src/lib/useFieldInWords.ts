import { useTranslation } from 'react-i18next';
import {
  emptyAnswer,
  namesDocument,
  type AnswerValue,
  type Evidence,
} from '#shared/domain/assessment/answer.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { scoreCriterion } from '#shared/domain/scoring/scoreCriterion.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from './useFormat.ts';

const longest = 160;

/** What stood in a field of an answer, in few words; the criterion says what its figures mean in that year. */
export function useFieldInWords(): (
  criterion: Criterion | null,
  year: number,
  field: string,
  value: unknown,
) => string {
  const { t } = useTranslation('app');
  const { language, translateRule } = useFormat();
  return (criterion, year, field, value) => {
    if (field === 'value' && criterion !== null) {
      const score = scoreCriterion(criterion, { ...emptyAnswer, value: value as AnswerValue | null }, year);
      const figures = figuresInWords(score, language, translateRule).brief.join('; ');
      return figures === '' ? t('fieldEmpty') : shorten(figures);
    }
    if (field === 'evidence') {
      const documents = ((value ?? []) as readonly Evidence[]).filter(namesDocument).map(nameOfDocument);
      return documents.length === 0 ? t('fieldEmpty') : shorten(documents.join('; '));
    }
    return typeof value !== 'string' || value === '' ? t('fieldEmpty') : shorten(value);
  };
}

function nameOfDocument(evidence: Evidence): string {
  return [evidence.number, evidence.title, evidence.file?.name ?? ''].find((text) => text !== '') ?? '';
}

function shorten(text: string): string {
  const signs = [...text];
  return signs.length <= longest ? text : `${signs.slice(0, longest).join('')}…`;
}
