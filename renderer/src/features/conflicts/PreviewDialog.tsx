import { Button, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headerCells } from '#shared/domain/merge/change.ts';
import { useFieldInWords } from '../../lib/useFieldInWords.ts';
import { useFieldName } from '../../lib/useFieldName.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { keyOfConflict, type decisionsOf } from './conflictChoices.ts';
import classes from './ConflictsScreen.module.css';
import type { KnownConflict } from './useConflictContent.ts';
import type { DecisionStep } from './useDecisions.ts';

interface PreviewDialogProps {
  readonly conflicts: readonly KnownConflict[];
  readonly decisions: ReturnType<typeof decisionsOf>;
  readonly step: DecisionStep;
  readonly onRecord: () => void;
  readonly onClose: () => void;
}

const pageSize = 50;

/** Every decision as it would be recorded, before it is. */
export function PreviewDialog({ conflicts, decisions, step, onRecord, onClose }: PreviewDialogProps) {
  const { t } = useTranslation(['conflicts', 'app']);
  useReturnFocus();
  const [page, setPage] = useState(0);
  const isRecording = step.kind === 'recording';
  return (
    <Modal
      opened
      onClose={isRecording ? () => undefined : onClose}
      title={t('preview.title', { count: decisions.length })}
      size="xl"
      classNames={{ title: classes.dialogTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <p className={classes.soft}>{t('preview.lead')}</p>
      <PreviewTable
        conflicts={conflicts}
        decisions={decisions.slice(page * pageSize, (page + 1) * pageSize)}
      />
      <Pager
        label={t('preview.pages')}
        page={page}
        pageSize={pageSize}
        total={decisions.length}
        onPage={setPage}
      />
      {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isRecording} onClick={onClose}>
          {t('preview.back')}
        </Button>
        <Button data-autofocus loading={isRecording} onClick={onRecord}>
          {t('preview.record', { count: decisions.length })}
        </Button>
      </Group>
    </Modal>
  );
}

function PreviewTable({ conflicts, decisions }: Pick<PreviewDialogProps, 'conflicts' | 'decisions'>) {
  const { t } = useTranslation('conflicts');
  const inWords = useFieldInWords();
  const fieldName = useFieldName();
  const byKey = useMemo(
    () => new Map(conflicts.map((known) => [keyOfConflict(known.conflict), known])),
    [conflicts],
  );
  return (
    <table className={classes.preview}>
      <thead>
        <tr>
          <th scope="col">{t('preview.where')}</th>
          <th scope="col">{t('preview.chosen')}</th>
          <th scope="col">{t('preview.insteadOf')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ conflict, decision }) => {
          const { criterion, year } = byKey.get(keyOfConflict(conflict)) ?? { criterion: null, year: 0 };
          const { criterionId, field, unit, values } = conflict;
          const words = (value: unknown): string => inWords(criterion, year, field, value);
          const chosen = words(decision.value);
          const others = values.map(({ value }) => words(value)).filter((text) => text !== chosen);
          return (
            <tr key={keyOfConflict(conflict)}>
              <th scope="row">
                {t('preview.cell', {
                  unit: unit.name,
                  criterion: criterion?.code ?? (criterionId === headerCells ? t('head') : criterionId),
                  field: fieldName(criterionId, field),
                })}
              </th>
              <td>
                <strong>{chosen}</strong>
              </td>
              <td className={classes.soft}>{others.join(' · ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
