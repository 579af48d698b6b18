import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/useCall.ts';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './NewAssessmentDialog.module.css';
import { NewAssessmentForm } from './NewAssessmentForm.tsx';

interface NewAssessmentDialogProps {
  readonly onClose: () => void;
}

/** Period, unit, criteria set: each narrows the next. Begins with the unit of whoever works here. */
export function NewAssessmentDialog({ onClose }: NewAssessmentDialogProps) {
  const { t } = useTranslation(['home', 'app']);
  const { state } = useCall('profile.read', {});
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newAssessment')}
      classNames={{ title: classes.title ?? '' }}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {state.kind === 'loading' ? (
        <WaitingNotice />
      ) : (
        <NewAssessmentForm
          ownUnit={state.kind === 'ready' ? (state.value.profile?.unit ?? null) : null}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
