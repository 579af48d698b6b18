import { Button, Stack } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AssessmentSummary, CarryOverPreview } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useCall } from '../../lib/useCall.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './CarryOverScreen.module.css';
import { CarryOverTable } from './CarryOverTable.tsx';

/** What becomes of an assessment in the newest version of its set, and the step there. */
export function CarryOverScreen({ assessmentId }: { readonly assessmentId: string }) {
  const { t } = useTranslation('home');
  const opened = useCall('assessments.open', { id: assessmentId });
  const preview = useCall('assessments.previewCarryOver', { id: assessmentId });
  return (
    <ScreenPage title={t('carryOver.title')} back={{ href: '/', label: t('carryOver.back') }}>
      {(opened.state.kind === 'loading' || preview.state.kind === 'loading') && <WaitingNotice />}
      {opened.state.kind === 'failed' && <ErrorNotice errors={opened.state.errors} onRetry={opened.reload} />}
      {preview.state.kind === 'failed' && (
        <ErrorNotice errors={preview.state.errors} onRetry={preview.reload} />
      )}
      {opened.state.kind === 'ready' && preview.state.kind === 'ready' && (
        <CarryOverPage assessment={opened.state.value.assessment} preview={preview.state.value} />
      )}
    </ScreenPage>
  );
}

interface CarryOverPageProps {
  readonly assessment: AssessmentSummary;
  readonly preview: CarryOverPreview;
}

function CarryOverPage({ assessment, preview }: CarryOverPageProps) {
  const { t } = useTranslation('home');
  const describePeriod = usePeriodText();
  const [, navigate] = useLocation();
  const [isSending, setIsSending] = useState(false);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const { unit, period, setId, setVersion } = assessment;
  const kept = preview.criteria.filter(({ kind, answered }) => kind === 'same' && answered).length;
  const carryOver = async (): Promise<void> => {
    setIsSending(true);
    const created = await call('assessments.create', {
      unitCode: unit.code,
      period,
      setId,
      setVersion: preview.setVersion,
      startFromPrevious: true,
    });
    setIsSending(false);
    if (created.ok) navigate(`/assessments/${created.value.id}`);
    else setErrors(created.errors);
  };
  return (
    <Stack gap="md">
      <Panel title={t('carryOver.subject', { unit: unit.name, period: describePeriod(period) })}>
        <p className={classes.lead}>
          {t('carryOver.lead', { older: setVersion, newer: preview.setVersion, count: kept })}
        </p>
        {errors.length > 0 && <ErrorNotice errors={errors} />}
        <Button
          rightSection={<IconArrowRight size={18} aria-hidden />}
          loading={isSending}
          onClick={() => void carryOver()}
        >
          {t('carryOver.start', { version: preview.setVersion })}
        </Button>
      </Panel>
      <Panel title={t('carryOver.changes')}>
        <CarryOverTable preview={preview} />
      </Panel>
    </Stack>
  );
}
