import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import classes from './ImportWork.module.css';

interface CommitBarProps {
  readonly chosen: readonly ImportFile[];
  /** Files that will be kept aside. */
  readonly awaited: number;
  readonly onCommit: () => void;
  /** Other ways on. */
  readonly children: ReactNode;
}

/** What will happen, and the button that does it; always in sight. */
export function CommitBar({ chosen, awaited, onCommit, children }: CommitBarProps) {
  const { t } = useTranslation('imports');
  const conflicts = chosen.reduce((sum, file) => sum + file.conflicts, 0);
  return (
    <section className={classes.bar} aria-label={t('commit.label')}>
      <p className={classes.barText} role="status">
        {chosen.length === 0 ? t('commit.nothing') : t('commit.chosen', { count: chosen.length })}{' '}
        {conflicts > 0 && t('commit.conflicts', { count: conflicts })}{' '}
        {awaited > 0 && t('commit.awaited', { count: awaited })}
      </p>
      <div className={classes.barActions}>
        {children}
        <Button
          leftSection={<IconFileImport size={18} aria-hidden />}
          disabled={chosen.length + awaited === 0}
          onClick={onCommit}
        >
          {chosen.length === 0 && awaited > 0
            ? t('commit.keep', { count: awaited })
            : t('commit.submit', { count: chosen.length })}
        </Button>
      </div>
    </section>
  );
}
