import { Button, Radio } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLineageRequest } from '../../lib/lineageRequest.ts';
import { useFieldName } from '../../lib/useFieldName.ts';
import { joinDocuments, type Choice } from './conflictChoices.ts';
import { ConflictSide } from './ConflictSide.tsx';
import classes from './ConflictsScreen.module.css';
import { OtherValue } from './OtherValue.tsx';
import type { KnownConflict } from './useConflictContent.ts';

interface ConflictCardProps {
  readonly known: KnownConflict;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** One cell: what stands there side by side, and the choice between them or for another value. */
export function ConflictCard({ known, choice, onChoose }: ConflictCardProps) {
  const { t } = useTranslation(['conflicts', 'lineage']);
  const fieldName = useFieldName();
  const askLineage = useLineageRequest((request) => request.ask);
  const { conflict } = known;
  const { assessmentId, stage, criterionId, field, values } = conflict;
  const name = fieldName(criterionId, field);
  const chosen = choice === undefined ? null : choice.kind === 'other' ? 'other' : String(choice.index);
  return (
    <div className={classes.card}>
      <Radio.Group
        label={stage === 'self' ? t('which', { field: name }) : t(`whichOf.${stage}`, { field: name })}
        value={chosen}
        onChange={(value) =>
          onChoose(
            value === 'other'
              ? { kind: 'other', value: field === 'evidence' ? joinDocuments(conflict) : null }
              : { kind: 'side', index: Number(value) },
          )
        }
      >
        <div className={classes.sides}>
          {values.map((value, index) => (
            <ConflictSide
              key={JSON.stringify(value.dots)}
              known={known}
              value={value}
              index={index}
              isChosen={chosen === String(index)}
            />
          ))}
        </div>
        <Radio value="other" label={t(field === 'evidence' ? 'other.documents' : 'other.value')} />
      </Radio.Group>
      {choice?.kind === 'other' && (
        <OtherValue
          known={known}
          value={choice.value}
          onValue={(value) => onChoose({ kind: 'other', value })}
        />
      )}
      <Button
        className={classes.lineage ?? ''}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconGitBranch size={15} aria-hidden />}
        onClick={() => askLineage({ assessmentId, stage, criterionId, field })}
      >
        {t('lineage:open')}
      </Button>
    </div>
  );
}
