import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import classes from './ImportWork.module.css';

interface CommitBarProps {
  readonly chosen: readonly ImportFile[];
  readonly onCommit: () => void;
  /** Other ways on. */
  readonly children: ReactNode;
}

/** What will happen, and the button that does it; always in sight. */
export function CommitBar({ chosen, onCommit, children }: CommitBarProps) {
  const { t } = useTranslation('imports');
  const conflicts = chosen.reduce((sum, file) => sum + file.conflicts, 0);
  return (
    <section className={classes.bar} aria-label={t('commit.label')}>
      <p className={classes.barText} role="status">
        {chosen.length === 0 ? t('commit.nothing') : t('commit.chosen', { count: chosen.length })}{' '}
        {conflicts > 0 && t('commit.conflicts', { count: conflicts })}
      </p>
      <div className={classes.barActions}>
        {children}
        <Button
          leftSection={<IconFileImport size={18} aria-hidden />}
          disabled={chosen.length === 0}
          onClick={onCommit}
        >
          {t('commit.submit', { count: chosen.length })}
        </Button>
      </div>
    </section>
  );
}
