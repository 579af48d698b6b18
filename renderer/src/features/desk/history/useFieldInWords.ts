import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/api/contract.ts';
import { namesDocument, type AnswerValue, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';

const longest = 160;

/** What stood in a field of an answer, in few words; the criterion says what its figures mean. */
export function useFieldInWords(
  score: CriterionScore,
): (field: HistoryEntry['field'], value: unknown) => string {
  const { t } = useTranslation('desk');
  const { language, translateRule } = useFormat();
  return (field, value) => {
    if (field === 'value') {
      const answer = { ...score.answer, value: value as AnswerValue | null, notApplicable: '' };
      const figures = figuresInWords({ ...score, answer }, language, translateRule).brief.join('; ');
      return figures === '' ? t('history.empty') : shorten(figures);
    }
    if (field === 'evidence') {
      const documents = ((value ?? []) as readonly Evidence[]).filter(namesDocument).map(nameOf);
      return documents.length === 0 ? t('history.empty') : shorten(documents.join('; '));
    }
    return typeof value !== 'string' || value === '' ? t('history.empty') : shorten(value);
  };
}

function nameOf(evidence: Evidence): string {
  return [evidence.number, evidence.title, evidence.file?.name ?? ''].find((text) => text !== '') ?? '';
}

function shorten(text: string): string {
  const signs = [...text];
  return signs.length <= longest ? text : `${signs.slice(0, longest).join('')}…`;
}
