import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { focusFirstFault } from '../../lib/focusFirstFault.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './SignForm.module.css';
import { useSignForm, type SignDraft } from './useSignForm.ts';

const texts = ['name', 'title', 'place'] as const;
const labels = { name: 'form.name', title: 'form.position', place: 'form.place' } as const;

interface SignFormProps {
  /** The number this signature will have. */
  readonly revision: number;
  /** Findings that stand in the way of a signature worth having. */
  readonly mustCount: number;
  /** Of what the findings are about. */
  readonly contentDigest: string;
  readonly isSending: boolean;
  readonly onSign: (draft: SignDraft) => void;
}

/** Who signs, where and when; and what that means. */
export function SignForm({ revision, mustCount, contentDigest, isSending, onSign }: SignFormProps) {
  const { t } = useTranslation('signing');
  const form = useSignForm({ mustCount, contentDigest, onSign });
  return (
    <Panel title={t('form.title')}>
      <p className={classes.meaning}>{t('form.meaning')}</p>
      <ul className={classes.meanings}>
        <li>{t('form.meaningFreeze')}</li>
        <li>{t('form.meaningRevision', { revision })}</li>
        <li>{t('form.meaningRecall')}</li>
        <li>{t('form.meaningPaper')}</li>
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
          focusFirstFault(event.currentTarget);
        }}
      >
        <Stack gap="md">
          {texts.map((field) => (
            <TextInput
              key={field}
              label={t(labels[field])}
              description={field === 'place' ? t('form.placeHint') : undefined}
              value={form.draft[field]}
              maxLength={textLimits.short}
              required
              error={form.isMissing(field) ? t('form.textMissing') : undefined}
              onChange={(event) => form.change({ [field]: event.currentTarget.value })}
            />
          ))}
          <div>
            <DateField
              label={t('form.date')}
              date={form.draft.date}
              onDate={(date) => form.change({ date })}
              onLeave={() => undefined}
              draft={form.dayDraft}
            />
            {form.isMissing('date') && (
              <p role="alert" className={classes.missing}>
                {t('form.dateMissing')}
              </p>
            )}
          </div>
          {mustCount > 0 && (
            <Checkbox
              label={t('form.accept', { count: mustCount })}
              checked={form.isAccepted}
              error={form.isAcceptMissing ? t('form.acceptMissing') : undefined}
              onChange={(event) => form.setIsAccepted(event.currentTarget.checked)}
            />
          )}
          <Group>
            <Button type="submit" loading={isSending} leftSection={<IconSignature size={18} aria-hidden />}>
              {t('form.submit', { revision })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
