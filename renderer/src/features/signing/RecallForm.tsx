import { Button, Stack, Textarea } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { focusFirstFault } from '../../lib/focusFirstFault.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './SignForm.module.css';

interface RecallFormProps {
  readonly revision: number;
  readonly isSending: boolean;
  readonly onRecall: (reason: string) => void;
}

/** The way back to editing; never without a reason. */
export function RecallForm({ revision, isSending, onRecall }: RecallFormProps) {
  const { t } = useTranslation('signing');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <Panel title={t('recall.title')}>
      <p className={classes.lead}>{t('recall.lead', { revision, next: revision + 1 })}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (!isMissing) onRecall(reason.trim());
          focusFirstFault(event.currentTarget);
        }}
      >
        <Stack gap="md" align="stretch">
          <Textarea
            label={t('recall.reason')}
            value={reason}
            rows={3}
            required
            maxLength={textLimits.medium}
            error={isChecked && isMissing ? t('recall.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button
              type="submit"
              variant="default"
              loading={isSending}
              leftSection={<IconLockOpen size={18} aria-hidden />}
            >
              {t('recall.submit', { revision })}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
