import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { SaveStatus } from '../lib/saveQueue.ts';
import { useErrorText } from '../lib/useErrorText.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './StatusTick.module.css';

interface StatusTickProps {
  readonly status: SaveStatus;
  /** Something typed cannot be saved as it stands; its field says why. */
  readonly hasFaultyText: boolean;
  readonly onRetry: () => void;
}

/** Whether what was typed is on disk. The tick stands only once the backend has said so. */
export function StatusTick({ status, hasFaultyText, onRetry }: StatusTickProps) {
  const { t } = useTranslation('app');
  const line = useStatusLine(status, hasFaultyText);
  const Icon = line.tone === 'saved' ? IconCheck : line.tone === 'busy' ? IconPencil : IconAlertTriangle;
  return (
    <div className={classes.tick} data-tone={line.tone}>
      <span role="status" className={classes.words}>
        <Icon size={16} stroke={2.25} aria-hidden />
        {line.words}
      </span>
      {status.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('saving.tryNow')}
        </Button>
      )}
    </div>
  );
}

interface StatusLine {
  readonly tone: 'saved' | 'busy' | 'trouble';
  readonly words: string;
}

function useStatusLine(status: SaveStatus, hasFaultyText: boolean): StatusLine {
  const { t } = useTranslation('app');
  const { moment } = useFormat();
  const describe = useErrorText();
  switch (status.kind) {
    case 'waiting':
    case 'saving':
      return { tone: 'busy', words: t('saving.now') };
    case 'failed':
    case 'refused':
      return {
        tone: 'trouble',
        words: t('saving.failed', { reason: status.errors.map(describe).join(' ') }),
      };
    case 'saved':
      if (hasFaultyText) return { tone: 'trouble', words: t('saving.faultyText') };
      if (status.savedAt === null) return { tone: 'saved', words: t('saving.nothingYet') };
      return { tone: 'saved', words: t('saving.savedAt', { moment: moment(status.savedAt) }) };
    default:
      return assertNever(status);
  }
}
