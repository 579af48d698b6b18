import { useTranslation } from 'react-i18next';
import { emptyAnswer, type AnswerValue } from '#shared/domain/assessment/answer.ts';
import { scoreCriterion } from '#shared/domain/scoring/scoreCriterion.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../lib/useFormat.ts';
import type { KnownConflict } from './useConflictContent.ts';

/** What each figure of a value counts, where that says more than the value in short, and the points it would make. */
export function useFigureLines(
  { criterion, year, conflict }: KnownConflict,
  value: unknown,
): readonly string[] {
  const { t } = useTranslation('conflicts');
  const { language, number, translateRule } = useFormat();
  if (criterion === null || conflict.field !== 'value') return [];
  const score = scoreCriterion(criterion, { ...emptyAnswer, value: value as AnswerValue | null }, year);
  const { brief, labelled } = figuresInWords(score, language, translateRule);
  const points = t('side.points', { points: number(score.points), max: number(criterion.maxPoints) });
  const isScored = score.rule.kind !== 'info' && score.state === 'answered';
  return [...labelled.filter((line) => !brief.includes(line)), ...(isScored ? [points] : [])];
}
