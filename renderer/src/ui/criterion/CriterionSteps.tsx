import { Button, Group } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CriterionSteps.module.css';

/** Looks switched off but keeps the focus: at the end of the list a keyboard user must not be thrown to the top. */
const switchedOff = { 'aria-disabled': true, 'data-disabled': true } as const;

interface CriterionStepsProps {
  /** From 0. */
  readonly position: number;
  readonly total: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** The way to the neighbouring criteria, with its keys. */
export const CriterionSteps = memo(function CriterionSteps({ position, total, onStep }: CriterionStepsProps) {
  const { t } = useTranslation('desk');
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconChevronUp size={16} aria-hidden />}
        aria-keyshortcuts="Alt+ArrowUp"
        {...(position === 0 ? switchedOff : {})}
        onClick={() => onStep(-1)}
      >
        {t('steps.previous')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconChevronDown size={16} aria-hidden />}
        aria-keyshortcuts="Alt+ArrowDown"
        {...(position === total - 1 ? switchedOff : {})}
        onClick={() => onStep(1)}
      >
        {t('steps.next')}
      </Button>
      <span className={classes.keys}>
        <kbd>{t('steps.keys')}</kbd>
      </span>
      <span className={classes.position}>{t('steps.position', { position: position + 1, total })}</span>
    </Group>
  );
});
