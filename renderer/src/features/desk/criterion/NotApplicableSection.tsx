import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import { useDeskFrame } from '../deskContext.ts';
import { useTypedTexts } from '../../../lib/typedTexts.ts';
import { useTypedField } from '../../../lib/useTypedField.ts';
import classes from './NotApplicableSection.module.css';

/** Leaving a criterion out needs a reason; until it is given, nothing is recorded and the criterion counts. */
export function NotApplicableSection({ score: { criterion, answer } }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const { assessment, record, saveNow } = useDeskFrame();
  const [isTicked, setIsTicked] = useState(answer.notApplicable !== '');
  const place = `${assessment.id}/${criterion.id}/notApplicable`;
  const recordReason = (text: string): void =>
    record(
      { criterionId: criterion.id, field: 'notApplicable', value: text.trim() === '' ? '' : text },
      'typing',
    );
  const field = useTypedField({
    place,
    stored: answer.notApplicable,
    limit: textLimits.long,
    onText: recordReason,
    onLeave: () => void saveNow(),
  });
  const tick = (isNowTicked: boolean): void => {
    setIsTicked(isNowTicked);
    // The reason waits in its field, in case the tick comes back.
    useTypedTexts.getState().keep(place, field.value, false);
    recordReason(isNowTicked ? field.value : '');
  };
  return (
    <div className={classes.section}>
      <Checkbox
        label={t('notApplicable.criterion')}
        checked={isTicked}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {isTicked && (
        <Textarea
          mt="sm"
          required
          label={t('notApplicable.reason')}
          description={t('notApplicable.hint')}
          rows={2}
          {...field}
          error={field.value.trim() === '' ? describe({ code: 'reason-missing', params: {} }) : field.error}
        />
      )}
    </div>
  );
}
