import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './suggestions.module.css';
import { SuggestionWords } from './SuggestionWords.tsx';
import type { SuggestionDesk } from './useSuggestions.ts';

interface SuggestionPanelProps {
  readonly score: AssessmentScore;
  readonly suggestions: SuggestionDesk;
}

/** Everything that earlier years offer, to be looked through before it is taken over as a whole. */
export function SuggestionPanel({ score, suggestions }: SuggestionPanelProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { goTo } = useDeskFrame();
  const { open, errors, settle } = suggestions;
  const ids = open.map(({ criterionId }) => criterionId);
  const listed = open.flatMap((suggestion) => {
    const found = score.criteria.find(({ criterion }) => criterion.id === suggestion.criterionId);
    return found ? [{ suggestion, found }] : [];
  });
  return (
    <div>
      <h2 className={classes.heading}>{t('suggestions.title')}</h2>
      {open.length === 0 ? (
        <p role="status">{t('suggestions.none')}</p>
      ) : (
        <>
          <p className={classes.lead}>{t('suggestions.lead', { count: open.length })}</p>
          {errors.length > 0 && <ErrorNotice errors={errors} />}
          <Group gap="xs" mb="sm">
            <Button size="compact-md" onClick={() => settle(ids, [])}>
              {t('suggestions.acceptAll', { count: open.length })}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => settle([], ids)}>
              {t('suggestions.dismissAll')}
            </Button>
          </Group>
          <ul className={classes.list}>
            {listed.map(({ suggestion, found }) => (
              <li key={suggestion.criterionId}>
                <button type="button" className={classes.jump} onClick={() => goTo(suggestion.criterionId)}>
                  {t('criterionTitle', { code: found.criterion.code, name: text(found.criterion.name) })}
                </button>
                <SuggestionWords score={found} suggestion={suggestion} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
