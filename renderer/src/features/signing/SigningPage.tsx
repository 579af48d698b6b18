import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { checkBeforeSigning } from '#shared/domain/selfCheck/checkBeforeSigning.ts';
import { useFormat } from '../../lib/useFormat.ts';
import type { OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { AfterReceipt } from './AfterReceipt.tsx';
import { FindingList } from './FindingList.tsx';
import { RecallForm } from './RecallForm.tsx';
import { SignedPanel } from './SignedPanel.tsx';
import { SignForm } from './SignForm.tsx';
import classes from './SigningScreen.module.css';
import { useSigning } from './useSigning.ts';

interface SigningPageProps {
  readonly opened: OpenedAssessment;
  /** Something else may stand in the assessment by now. */
  readonly onStale: () => void;
}

/** At the left what a verifier would object to, at the right the signature: to give, or in force. */
export function SigningPage({ opened, onStale }: SigningPageProps) {
  const { t } = useTranslation('signing');
  const describePeriod = usePeriodText();
  const { assessment, score, answers, header, frame, checks } = opened;
  const { signing, step, sign, recall } = useSigning(opened, onStale);
  const findings = useMemo(
    () => checkBeforeSigning({ score, answers, header, period: frame.period, checks: checks ?? undefined }),
    [score, answers, header, frame, checks],
  );
  const about = { unit: assessment.unit.name, period: describePeriod(assessment.period) };
  // What was received is this revision; one signed since has not been.
  const receipt = assessment.receipt?.revision === signing.revision ? assessment.receipt : null;
  const owed = assessment.appraisal?.criteriaOwed ?? 0;
  const isSending = step.kind === 'sending';
  return (
    <ScreenPage
      title={t('title')}
      subtitle={t('subtitle', about)}
      windowTitle={t('pageTitle', about)}
      back={{ href: `/assessments/${assessment.id}`, label: t('backToDesk') }}
    >
      <div role="status">
        {step.kind === 'recalled' && (
          <p className={classes.done}>{t('recall.done', { revision: step.revision })}</p>
        )}
      </div>
      <div className={classes.columns}>
        <Panel title={t('check.title')}>
          <FindingList opened={opened} findings={findings} />
        </Panel>
        <Stack gap="md">
          {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
          {signing.signature === null ? (
            <SignForm
              revision={signing.revision + 1}
              mustCount={findings.filter(({ severity }) => severity === 'must').length}
              contentDigest={opened.contentDigest}
              isSending={isSending}
              onSign={(draft) => void sign(draft)}
            />
          ) : (
            <>
              <SignedPanel
                assessmentId={assessment.id}
                revision={signing.revision}
                signature={signing.signature}
              />
              <AfterReceipt receipt={receipt} owed={owed} />
              {(receipt === null || owed > 0) && (
                <RecallForm
                  revision={signing.revision}
                  isSending={isSending}
                  onRecall={(reason) => void recall(reason)}
                />
              )}
            </>
          )}
          {signing.recalls.length > 0 && <RecallHistory recalls={signing.recalls} />}
        </Stack>
      </div>
    </ScreenPage>
  );
}

function RecallHistory({ recalls }: { readonly recalls: OpenedAssessment['signing']['recalls'] }) {
  const { t } = useTranslation('signing');
  const { moment } = useFormat();
  return (
    <Panel title={t('history.title')}>
      <ul className={classes.history}>
        {recalls.map(({ revision, reason, recalledAt }) => (
          <li key={recalledAt}>{t('history.entry', { revision, reason, moment: moment(recalledAt) })}</li>
        ))}
      </ul>
    </Panel>
  );
}
