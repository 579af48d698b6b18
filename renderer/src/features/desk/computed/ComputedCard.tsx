import { Button } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { isSameValue } from '../criterion/sameAnswer.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './ComputedCard.module.css';
import { CountedUnits } from './CountedUnits.tsx';
import type { ComputedDesk } from './useComputedFigures.ts';

interface ComputedCardProps {
  readonly score: CriterionScore;
  readonly computed: ComputedDesk;
}

/** What the results of the units below give for this criterion, how that was counted, and whether it is what stands. */
export const ComputedCard = memo(
  function ComputedCard({ score, computed }: ComputedCardProps) {
    const { t } = useTranslation('desk');
    const { language, translateRule } = useFormat();
    const { isFrozen } = useDeskFrame();
    const { id } = score.criterion;
    const figure = computed.figures.find(({ criterionId }) => criterionId === id);
    if (!figure) return null;
    const value = figure.value as AnswerValue;
    const answer = { ...score.answer, value, notApplicable: '' };
    const figures = figuresInWords({ ...score, answer }, language, translateRule).brief.join('; ');
    const stands = toCanonicalJson(score.answer.value) === toCanonicalJson(value);
    return (
      <section className={classes.card} aria-label={t('computed.title')}>
        <h3 className={classes.title}>
          <IconCalculator size={18} aria-hidden />
          {t('computed.title')}
        </h3>
        <p className={classes.figures}>{figures}</p>
        <p lang="vi">{figure.explanation}</p>
        <CountedUnits figure={figure} />
        {computed.errors.length > 0 && <ErrorNotice errors={computed.errors} />}
        {stands ? (
          <p role="status">{t('computed.stands')}</p>
        ) : (
          <Button size="compact-md" mt={8} disabled={isFrozen} onClick={() => computed.take(id)}>
            {t('computed.take')}
          </Button>
        )}
      </section>
    );
  },
  (before, after) => before.computed === after.computed && isSameValue(before, after),
);
