import { Button, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/api/contract.ts';
import { AssessmentCard } from './AssessmentCard.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import classes from './HomeScreen.module.css';
import { useSteppedBack } from './useSteppedBack.ts';

/** So many are seen at a glance; more are searched. */
const atAGlance = 10;

interface AssessmentCardsProps {
  readonly list: CallOutput<'assessments.list'>;
  readonly appraises: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onMore: () => void;
}

/** A card for each assessment; the level above finds one among thousands by its unit. */
export function AssessmentCards({ list, appraises, text, onText, onMore }: AssessmentCardsProps) {
  const { t } = useTranslation('home');
  const isSteppedBack = useSteppedBack();
  const { assessments, found } = list;
  return (
    <>
      <ConflictNotice count={list.conflicts} />
      {list.total > atAGlance && (
        <TextInput
          className={classes.search ?? ''}
          label={t('search.label')}
          type="search"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
      <p role="status" className={classes.found}>
        {list.total > atAGlance && t('search.found', { shown: assessments.length, count: found })}
      </p>
      <Stack component="ul" aria-label={t('title')} className={classes.list} gap="sm">
        {assessments.map((assessment) => (
          <li key={assessment.id}>
            <AssessmentCard
              assessment={assessment}
              appraises={appraises}
              isSteppedBack={isSteppedBack(assessment)}
            />
          </li>
        ))}
      </Stack>
      {assessments.length < found && (
        <Button variant="default" mt="sm" onClick={onMore}>
          {t('search.more')}
        </Button>
      )}
    </>
  );
}
