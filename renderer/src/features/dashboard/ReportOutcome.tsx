import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { packageUrl } from '../../lib/packageFiles.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';
import type { ReportState } from './useReport.ts';

interface ReportOutcomeProps {
  readonly state: ReportState;
  readonly set: Dashboard['set'];
}

/** What became of a file that was asked for. */
export function ReportOutcome({ state, set }: ReportOutcomeProps) {
  const { t } = useTranslation('dashboard');
  const sizeText = useSizeText();
  const { count } = useDashboardWords(set);
  if (state.kind === 'failed') {
    return <ErrorNotice errors={state.errors} onRetry={state.retry} />;
  }
  return (
    <div role="status">
      {state.kind === 'making' && t('reports.making')}
      {state.kind === 'made' && (
        <>
          {t('reports.made', {
            units: count(state.report.units),
            fileName: state.report.fileName,
            size: sizeText(state.report.size),
          })}{' '}
          <a
            className={classes.save}
            href={packageUrl(state.report.downloadId)}
            download={state.report.fileName}
          >
            {t('reports.save')}
          </a>
        </>
      )}
    </div>
  );
}
