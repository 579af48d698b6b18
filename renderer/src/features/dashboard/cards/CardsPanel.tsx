import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CardsProgress, Dashboard } from '#shared/api/contract.ts';
import { packageUrl } from '../../../lib/packageFiles.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import classes from '../Dashboard.module.css';
import { useCards } from './useCards.ts';

/** The scorecards of all units, printed into one file. */
export function CardsPanel({ dashboard: { period, set, head } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { language, number } = useFormat();
  const { state, start, cancel } = useCards();
  const progress = state.kind === 'known' ? state.progress : null;
  const isPrinting = progress?.state === 'printing';
  const startNow = (): void => void start({ period, setId: set.id, language });
  const errors = state.kind === 'refused' ? state.errors : (progress?.errors ?? []);
  return (
    <Panel title={t('cards.title')}>
      <p className={classes.lead}>{t('cards.lead')}</p>
      {errors.length > 0 && <ErrorNotice errors={errors} onRetry={startNow} />}
      {isPrinting ? (
        <ProgressLine
          label={t('cards.printing')}
          count={t('cards.of', {
            done: number(String(progress.done)),
            total: number(String(progress.total)),
          })}
          done={progress.done}
          total={progress.total}
          cancelLabel={t('cards.cancel')}
          onCancel={() => void cancel()}
        />
      ) : (
        <Button
          variant="default"
          disabled={head.arrived === 0}
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={startNow}
        >
          {t('cards.start', { count: head.arrived })}
        </Button>
      )}
      <div role="status">{progress !== null && <Outcome progress={progress} />}</div>
    </Panel>
  );
}

function Outcome({ progress: { state, file, total } }: { readonly progress: CardsProgress }) {
  const { t } = useTranslation('dashboard');
  const sizeText = useSizeText();
  if (state === 'cancelled') return <p className={classes.note}>{t('cards.cancelled')}</p>;
  if (state !== 'done' || file === null) return null;
  return (
    <div className={classes.outcome}>
      <p>{t('cards.done', { count: total, fileName: file.fileName, size: sizeText(file.size) })}</p>
      <Button
        component="a"
        href={packageUrl(file.downloadId)}
        download={file.fileName}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('cards.save')}
      </Button>
    </div>
  );
}
