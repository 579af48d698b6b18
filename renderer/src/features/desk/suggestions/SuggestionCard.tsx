import { Button, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import classes from './suggestions.module.css';
import { SuggestionWords } from './SuggestionWords.tsx';
import type { SuggestionDesk } from './useSuggestions.ts';

interface SuggestionCardProps {
  readonly score: CriterionScore;
  readonly suggestions: SuggestionDesk;
}

/** What was answered before, at the criterion it concerns; nothing of it counts until it is accepted. */
export const SuggestionCard = memo(function SuggestionCard({ score, suggestions }: SuggestionCardProps) {
  const { t } = useTranslation('desk');
  const { id } = score.criterion;
  const suggestion = suggestions.open.find(({ criterionId }) => criterionId === id);
  if (!suggestion) return null;
  return (
    <section className={classes.card} aria-label={t('suggestions.atCriterion')}>
      <h3 className={classes.title}>
        <IconHistory size={18} aria-hidden />
        {t('suggestions.atCriterion')}
      </h3>
      <SuggestionWords score={score} suggestion={suggestion} />
      {suggestions.errors.length > 0 && <ErrorNotice errors={suggestions.errors} />}
      <Group gap="xs" mt={8}>
        <Button size="compact-md" onClick={() => suggestions.settle([id], [])}>
          {t('suggestions.accept')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => suggestions.settle([], [id])}>
          {t('suggestions.dismiss')}
        </Button>
      </Group>
    </section>
  );
});
