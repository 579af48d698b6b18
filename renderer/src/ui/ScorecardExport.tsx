import { Button, Group, Modal } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScorecard, type ScorecardFormat } from '../lib/useScorecard.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import classes from './ScorecardExport.module.css';

interface ScorecardExportProps {
  readonly assessmentId: string;
  readonly pdfLabel: string;
}

/** The printed card as PDF, with a preview that is the file itself, and as DOCX for offices that must edit it. */
export function ScorecardExport({ assessmentId, pdfLabel }: ScorecardExportProps) {
  const { t } = useTranslation('app');
  const { state, make } = useScorecard(assessmentId);
  const [isPreviewed, setPreviewed] = useState(false);
  const button = (format: ScorecardFormat): { loading: boolean; onClick: () => void } => ({
    loading: state.kind === 'making' && state.format === format,
    onClick: () => void make(format),
  });
  return (
    <div>
      <div role="status">
        {state.kind === 'made' && (
          <p className={classes.made}>
            {t('scorecard.made', { fileName: state.fileName })}{' '}
            {state.format === 'pdf' && (
              <button type="button" className={classes.look} onClick={() => setPreviewed(true)}>
                {t('scorecard.preview')}
              </button>
            )}
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <ErrorNotice errors={state.errors} onRetry={() => void make(state.format)} />
      )}
      <Group gap="xs">
        <Button flex="1 0 auto" leftSection={<IconFileTypePdf size={18} aria-hidden />} {...button('pdf')}>
          {pdfLabel}
        </Button>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconFileTypeDocx size={18} aria-hidden />}
          {...button('docx')}
        >
          {t('scorecard.docx')}
        </Button>
      </Group>
      {state.kind === 'made' && state.format === 'pdf' && (
        <Modal
          opened={isPreviewed}
          onClose={() => setPreviewed(false)}
          title={state.fileName}
          size="xl"
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          {/* Chromium shows no PDF in a sandboxed frame; its own viewer runs in a process apart from the page. */}
          {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
          <iframe className={classes.frame} src={`${state.address}#navpanes=0`} title={state.fileName} />
        </Modal>
      )}
    </div>
  );
}
