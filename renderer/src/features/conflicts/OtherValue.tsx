import { Textarea } from '@mantine/core';
import {
  emptyAnswer,
  textLimits,
  type AnswerValue,
  type Evidence,
} from '#shared/domain/assessment/answer.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { scoreCriterion } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFieldName } from '../../lib/useFieldName.ts';
import { AnswerFields } from '../../ui/answer/AnswerFields.tsx';
import { keyOfConflict } from './conflictChoices.ts';
import classes from './ConflictsScreen.module.css';
import { DocumentList } from './DocumentList.tsx';
import type { KnownConflict } from './useConflictContent.ts';
import { typedPlace } from './useDecisions.ts';

interface OtherValueProps {
  readonly known: KnownConflict;
  /** Null while nothing is entered. */
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** A value that none of the sides has, entered as on the desk. */
export function OtherValue({ known, value, onValue }: OtherValueProps) {
  const { criterion, year, conflict } = known;
  // There is one other value worth having: the documents of all sides.
  if (conflict.field === 'evidence') {
    return (
      <div className={classes.other}>
        <DocumentList documents={(value ?? []) as readonly Evidence[]} />
      </div>
    );
  }
  if (conflict.field !== 'value' || criterion === null) {
    return <OtherText known={known} value={value} onValue={onValue} />;
  }
  const answer = { ...emptyAnswer, value: value as AnswerValue | null };
  return (
    <div className={classes.other}>
      <AnswerFields
        score={scoreCriterion(criterion, answer, year)}
        place={`${typedPlace}/${keyOfConflict(conflict)}`}
        onValue={onValue}
        onLeave={() => undefined}
      />
    </div>
  );
}

function OtherText({ known: { conflict }, value, onValue }: OtherValueProps) {
  const fieldName = useFieldName();
  const { criterionId, field } = conflict;
  const isShort = criterionId === headerCells || field === 'assignee';
  return (
    <Textarea
      className={classes.other ?? ''}
      label={fieldName(criterionId, field)}
      autosize={false}
      rows={isShort ? 1 : 3}
      maxLength={isShort ? textLimits.short : textLimits.long}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}
