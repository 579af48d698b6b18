import { Button, Stack } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '../../ui/Pager.tsx';
import { AssessmentConflicts } from './AssessmentConflicts.tsx';
import { BulkChoice } from './BulkChoice.tsx';
import classes from './ConflictsScreen.module.css';
import { groupConflicts } from './groupConflicts.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import type { KnownConflict } from './useConflictContent.ts';
import { useDecisions } from './useDecisions.ts';

interface ConflictsPageProps {
  readonly conflicts: readonly KnownConflict[];
  /** Where to begin; null for the first. */
  readonly criterionId: string | null;
  /** The list must be read anew. */
  readonly onStale: () => void;
}

/** Drawn cells. */
const pageSize = 25;

/** Cell by cell or many at once: chosen first, seen as a list, recorded last. */
export function ConflictsPage({ conflicts, criterionId, onStale }: ConflictsPageProps) {
  const { t } = useTranslation('conflicts');
  const desk = useDecisions(conflicts, onStale);
  const { step, decisions } = desk;
  const [page, setPage] = useState(() => pageOf(conflicts, criterionId));
  useEffect(() => {
    if (criterionId !== null) document.getElementById(`conflict-${criterionId}`)?.focus();
  }, [criterionId]);
  const shownPage = Math.min(page, Math.max(0, Math.ceil(conflicts.length / pageSize) - 1));
  const shown = conflicts.slice(shownPage * pageSize, (shownPage + 1) * pageSize);
  return (
    <Stack gap="md">
      <p role="status" className={classes.recorded}>
        {step.kind === 'recorded' && t('recorded', { count: step.count })}
      </p>
      {conflicts.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <BulkChoice
            conflicts={conflicts}
            hasChoices={Object.keys(desk.choices).length > 0}
            onRule={desk.chooseMany}
            onClear={desk.clear}
          />
          {groupConflicts(shown, ({ conflict }) => conflict.assessmentId).map((group) => (
            <AssessmentConflicts
              key={group[0].conflict.assessmentId}
              conflicts={group}
              choices={desk.choices}
              onChoose={desk.choose}
            />
          ))}
          <Pager
            label={t('pages')}
            page={shownPage}
            pageSize={pageSize}
            total={conflicts.length}
            onPage={setPage}
          />
          <section className={classes.bar} aria-label={t('bar.label')}>
            <p role="status">{t('bar.chosen', { count: decisions.length, total: conflicts.length })}</p>
            <Button
              disabled={decisions.length === 0}
              leftSection={<IconListCheck size={18} aria-hidden />}
              onClick={() => desk.setStep({ kind: 'previewing' })}
            >
              {t('bar.preview')}
            </Button>
          </section>
        </>
      )}
      {(step.kind === 'previewing' || step.kind === 'recording' || step.kind === 'failed') && (
        <PreviewDialog
          conflicts={conflicts}
          decisions={decisions}
          step={step}
          onRecord={() => void desk.record()}
          onClose={() => desk.setStep({ kind: 'choosing' })}
        />
      )}
    </Stack>
  );
}

function Nothing() {
  const { t } = useTranslation('conflicts');
  return (
    <section className={classes.nothing}>
      <IconCircleCheck size={36} stroke={1.5} aria-hidden />
      <h2>{t('none.title')}</h2>
      <p>{t('none.text')}</p>
    </section>
  );
}

function pageOf(conflicts: readonly KnownConflict[], criterionId: string | null): number {
  const index = conflicts.findIndex(({ conflict }) => conflict.criterionId === criterionId);
  return Math.max(0, Math.floor(index / pageSize));
}
