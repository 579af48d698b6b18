import { Button, Radio, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { call } from '../../lib/backend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { ReportOutcome } from './ReportOutcome.tsx';
import { useReport } from './useReport.ts';

const contents = ['named', 'anonymous'] as const;
const formats = ['pdf', 'docx'] as const;

/** The official announcement of the final scores, with the units' names or without. */
export function AnnouncementPanel({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const [content, setContent] = useState<(typeof contents)[number]>('named');
  const { language } = useFormat();
  const { state, make } = useReport();
  const { period, set } = dashboard;
  const anonymous = content === 'anonymous';
  return (
    <Panel title={t('announcement.title')}>
      <p className={classes.lead}>{t('announcement.lead')}</p>
      <Stack gap="md">
        <Radio.Group
          label={t('announcement.content')}
          value={content}
          onChange={(value) => setContent(value === 'anonymous' ? 'anonymous' : 'named')}
        >
          <Stack gap="xs" mt="xs">
            {contents.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`announcement.${one}`)}
                description={t(`announcement.${one}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <div role="group" aria-label={t('announcement.formats')} className={classes.formats}>
          {formats.map((format) => (
            <Button
              key={format}
              variant="default"
              disabled={state.kind === 'making'}
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() =>
                make(() => call('reports.announce', { period, setId: set.id, format, anonymous, language }))
              }
            >
              {t(`announcement.${format}`)}
            </Button>
          ))}
        </div>
        <ReportOutcome state={state} set={set} />
      </Stack>
    </Panel>
  );
}
