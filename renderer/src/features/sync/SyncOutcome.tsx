import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import classes from './Sync.module.css';
import type { SyncWork } from './useSyncWork.ts';

/** How far the work is while it runs, and afterwards what came, what went, and what was refused with its reason. */
export function SyncOutcome({ work }: { readonly work: SyncWork }) {
  const { t } = useTranslation('sync');
  const describe = useErrorText();
  const { progress, isRunning, errors } = work;
  if (errors.length > 0) return <ErrorNotice errors={errors} />;
  if (progress === null && !isRunning) return null;
  if (progress === null || isRunning) {
    const counts = progress?.counts;
    const isSending = progress?.state === 'sending';
    const done = (isSending ? counts?.sent : counts?.fetched) ?? 0;
    const total = (isSending ? progress.toSend : counts?.listed) ?? 0;
    const now = isSending ? 'work.sending' : 'work.pulling';
    return (
      <Panel title={t('work.title')}>
        <ProgressLine
          label={t(work.isStopping ? 'work.stopping' : now)}
          count={t(isSending ? 'work.sentOf' : 'work.fetchedOf', { done, total })}
          done={done}
          total={total}
          cancelLabel={t('work.cancel')}
          isStopping={work.isStopping}
          onCancel={work.cancel}
        />
      </Panel>
    );
  }
  const { counts, refusals } = progress;
  return (
    <Panel title={t('work.endedTitle')}>
      {progress.errors.length > 0 && <ErrorNotice errors={progress.errors} />}
      <p role="status" className={classes.outcome} data-state={progress.state}>
        {t(
          `work.ended.${progress.state === 'done' || progress.state === 'cancelled' ? progress.state : 'failed'}`,
        )}{' '}
        {t('work.sum', {
          imported: counts.imported,
          known: counts.known,
          sent: counts.sent,
          receipts: counts.receipts,
        })}
        {counts.postponed + counts.failed > 0 &&
          ` ${t('work.later', { count: counts.postponed + counts.failed })}`}
      </p>
      {refusals.length > 0 && (
        <>
          <p className={classes.lead}>{t('work.refused', { count: refusals.length })}</p>
          <ul className={classes.refusals}>
            {refusals.map(({ remotePath, error }) => (
              <li key={remotePath}>
                <code>{remotePath}</code> {describe(error)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
