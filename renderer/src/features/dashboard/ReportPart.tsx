import { Button, Radio, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { reportFormats } from '#shared/api/schemas/dashboard.ts';
import { call } from '../../lib/backend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { useDashboardView } from './dashboardView.ts';
import { ReportOutcome } from './ReportOutcome.tsx';
import { useReport } from './useReport.ts';

const contents = ['masked', 'full'] as const;

/** The report of what is shown, in each format, with or without personal details. */
export function ReportPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const [content, setContent] = useState<(typeof contents)[number]>('masked');
  const { language } = useFormat();
  const { state, make } = useReport();
  const { earlier } = useDashboardView();
  const describePeriod = usePeriodText();
  const { period, set, basis } = dashboard;
  const masked = content === 'masked';
  const isMaking = state.kind === 'making';
  return (
    <Panel title={t('reports.title')}>
      <p className={classes.lead}>
        {t('reports.lead')}{' '}
        {earlier !== null && t('reports.comparedWith', { period: describePeriod(earlier) })}
      </p>
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
              onClick={() =>
                make(() =>
                  call('reports.create', { period, setId: set.id, basis, earlier, format, masked, language }),
                )
              }
            >
              {t(`reports.${format}`)}
            </Button>
          ))}
        </div>
        <ReportOutcome state={state} set={set} />
      </Stack>
    </Panel>
  );
}
