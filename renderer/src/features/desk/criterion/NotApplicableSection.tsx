import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './NotApplicableSection.module.css';

/** Leaving a criterion out needs a reason; until it is given, nothing is recorded and the criterion counts. */
export function NotApplicableSection({ score: { criterion, answer } }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const { record, saveNow } = useDeskFrame();
  const [isTicked, setIsTicked] = useState(answer.notApplicable !== '');
  const [reason, setReason] = useState(answer.notApplicable);
  const recordReason = (text: string): void =>
    record(
      { criterionId: criterion.id, field: 'notApplicable', value: text.trim() === '' ? '' : text },
      'typing',
    );
  return (
    <div className={classes.section}>
      <Checkbox
        label={t('notApplicable.criterion')}
        checked={isTicked}
        onChange={(event) => {
          setIsTicked(event.currentTarget.checked);
          recordReason(event.currentTarget.checked ? reason : '');
        }}
      />
      {isTicked && (
        <Textarea
          mt="sm"
          required
          label={t('notApplicable.reason')}
          description={t('notApplicable.hint')}
          value={reason}
          rows={2}
          maxLength={textLimits.long}
          error={reason.trim() === '' ? describe({ code: 'reason-missing', params: {} }) : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            recordReason(event.currentTarget.value);
          }}
          onBlur={() => void saveNow()}
        />
      )}
    </div>
  );
}
