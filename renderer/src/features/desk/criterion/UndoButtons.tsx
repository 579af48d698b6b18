import { ActionIcon, Group, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import { useDeskFrame } from '../deskContext.ts';
import type { StepNotice, StepsBack } from '../useStepsBack.ts';

/** Looks switched off but keeps the focus, so that the last undo does not throw a keyboard user to the top. */
const switchedOff = { 'aria-disabled': true, 'data-disabled': true } as const;

/** One step back or forward; what it did is said aloud. */
export const UndoButtons = memo(function UndoButtons({ stepsBack }: { readonly stepsBack: StepsBack }) {
  const { t } = useTranslation('desk');
  const { canUndo, canRedo, move, notice, round } = stepsBack;
  const look = { variant: 'default', size: 30 } as const;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        {...look}
        aria-label={t('undo.undo')}
        title={t('undo.undoHint')}
        aria-keyshortcuts="Control+Z"
        {...(canUndo ? {} : switchedOff)}
        onClick={() => canUndo && move('undo')}
      >
        <IconArrowBackUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={t('undo.redo')}
        title={t('undo.redoHint')}
        aria-keyshortcuts="Control+Y"
        {...(canRedo ? {} : switchedOff)}
        onClick={() => canRedo && move('redo')}
      >
        <IconArrowForwardUp size={18} aria-hidden />
      </ActionIcon>
      <VisuallyHidden role="status">
        {notice !== null && <Notice key={round} notice={notice} />}
      </VisuallyHidden>
    </Group>
  );
});

function Notice({ notice }: { readonly notice: StepNotice }) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const { set } = useDeskFrame().frame;
  if (notice.kind === 'failed') return <span>{notice.errors.map(describe).join(' ')}</span>;
  const { direction, criterionIds } = notice;
  const [only] = criterionIds;
  if (only === undefined) return <span>{t(`undo.header.${direction}`)}</span>;
  if (criterionIds.length > 1) {
    return <span>{t(`undo.done.${direction}`, { count: criterionIds.length })}</span>;
  }
  return <span>{t(`undo.criterion.${direction}`, { code: findCriterion(set, only)?.code ?? '' })}</span>;
}
