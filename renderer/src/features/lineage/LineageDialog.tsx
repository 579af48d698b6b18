import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import type { LineageQuestion } from '../../lib/lineageRequest.ts';
import { answerFields, useFieldName } from '../../lib/useFieldName.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useOpenedAssessment, type OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { LineageChain } from './LineageChain.tsx';
import classes from './LineageDialog.module.css';

interface LineageDialogProps {
  readonly question: LineageQuestion;
  readonly onClose: () => void;
}

/** Where the value of a field came from: every edit, its author, its file, who signed that. */
export function LineageDialog({ question, onClose }: LineageDialogProps) {
  const { t } = useTranslation(['lineage', 'app']);
  useReturnFocus();
  const loaded = useOpenedAssessment(question.assessmentId);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      classNames={{ title: classes.title ?? '' }}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <WhenReady loaded={loaded}>{(opened) => <Lineage question={question} opened={opened} />}</WhenReady>
    </Modal>
  );
}

interface LineageProps {
  readonly question: LineageQuestion;
  readonly opened: OpenedAssessment;
}

function Lineage({ question, opened }: LineageProps) {
  const { t } = useTranslation('lineage');
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  const fieldName = useFieldName();
  const [field, setField] = useState(question.field);
  const { criterionId } = question;
  const criterion = findCriterion(opened.frame.set, criterionId) ?? null;
  const known: readonly string[] = criterionId === headerCells ? headerFields : answerFields;
  const fields = known.includes(field) ? known : [field, ...known];
  const { unit, period } = opened.assessment;
  return (
    <>
      <p className={classes.about}>{t('about', { unit: unit.name, period: describePeriod(period) })}</p>
      <p className={classes.criterion}>
        {criterion === null
          ? t('head')
          : t('criterion', { code: criterion.code, name: text(criterion.name) })}
      </p>
      <NativeSelect
        label={t('field')}
        value={field}
        data={fields.map((one) => ({ value: one, label: fieldName(criterionId, one) }))}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <LineageChain question={{ ...question, field }} criterion={criterion} period={opened.frame.period} />
    </>
  );
}
