import { TextInput } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { assigneesOf } from '../answerEdits.ts';
import { useDeskFrame } from '../deskContext.ts';
import { namesOf } from '../navigation/criterionFilter.ts';
import { useTypedField } from '../../../lib/useTypedField.ts';
import classes from './AssigneeField.module.css';

interface AssigneeFieldProps {
  readonly criterionId: string;
  readonly assignee: string;
}

/** The colleague who sees to this criterion; names used before are offered. */
export const AssigneeField = memo(function AssigneeField({ criterionId, assignee }: AssigneeFieldProps) {
  const { t } = useTranslation('desk');
  const { assessment, isFrozen, record, saveNow, answersNow } = useDeskFrame();
  const listId = useId();
  const [names, setNames] = useState<readonly string[]>([]);
  const field = useTypedField({
    place: `${assessment.id}/${criterionId}/assignee`,
    stored: assignee,
    limit: textLimits.short,
    onText: (value) => record({ criterionId, field: 'assignee', value }, 'typing'),
    onLeave: () => void saveNow(),
  });
  return (
    <div className={classes.assignee}>
      <TextInput
        size="xs"
        label={t('assignee.label')}
        placeholder={t('assignee.nobody')}
        leftSection={<IconUser size={15} aria-hidden />}
        autoComplete="off"
        list={listId}
        readOnly={isFrozen}
        {...field}
        onFocus={() => {
          setNames(namesOf(assigneesOf(answersNow())));
          field.onFocus();
        }}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
});
