import { Button, Radio, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { reportFormats } from '#shared/api/schemas/dashboard.ts';
import { packageUrl } from '../../lib/packageFiles.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';
import { useReport, type ReportState } from './useReport.ts';

const contents = ['masked', 'full'] as const;

/** The report of what is shown, in each format, with or without personal details. */
export function ReportPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const [content, setContent] = useState<(typeof contents)[number]>('masked');
  const { state, make } = useReport(dashboard);
  const isMaking = state.kind === 'making';
  return (
    <Panel title={t('reports.title')}>
      <p className={classes.lead}>{t('reports.lead')}</p>
      <Stack gap="md">
        <Radio.Group
          label={t('reports.content')}
          value={content}
          onChange={(value) => setContent(value === 'full' ? 'full' : 'masked')}
        >
          <Stack gap="xs" mt="xs">
            {contents.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`reports.${one}`)}
                description={t(`reports.${one}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <div role="group" aria-label={t('reports.formats')} className={classes.formats}>
          {reportFormats.map((format) => (
            <Button
              key={format}
              variant="default"
              disabled={isMaking}
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => void make(format, content === 'masked')}
            >
              {t(`reports.${format}`)}
            </Button>
          ))}
        </div>
        <Outcome
          state={state}
          set={dashboard.set}
          onRetry={(format) => void make(format, content === 'masked')}
        />
      </Stack>
    </Panel>
  );
}

interface OutcomeProps {
  readonly state: ReportState;
  readonly set: Dashboard['set'];
  readonly onRetry: (format: Extract<ReportState, { kind: 'failed' }>['format']) => void;
}

function Outcome({ state, set, onRetry }: OutcomeProps) {
  const { t } = useTranslation('dashboard');
  const sizeText = useSizeText();
  const { count } = useDashboardWords(set);
  if (state.kind === 'failed') {
    return <ErrorNotice errors={state.errors} onRetry={() => onRetry(state.format)} />;
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
