import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import classes from './ProfileForm.module.css';
import { roles, useProfileForm, type ReadProfile } from './useProfileForm.ts';

interface ProfileFormProps {
  readonly profile: ReadProfile;
  readonly submitLabel: string;
  readonly onSaved: () => void;
  /** Further ways out, beside saving. */
  readonly children?: ReactNode;
}

/** Who works here, for which unit, and what stands at the head of every new form. */
export function ProfileForm({ profile, submitLabel, onSaved, children }: ProfileFormProps) {
  const { t } = useTranslation(['settings', 'desk']);
  const form = useProfileForm(profile, onSaved);
  const { state } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="lg">
        <Radio.Group label={t('profile.role')} value={form.role} onChange={form.setRole}>
          <div className={classes.roles}>
            {roles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`profile.roles.${role}`)}
                description={t(`profile.roleHints.${role}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <UnitField
          label={t(`profile.unit.${form.role}`)}
          period={form.period}
          unit={form.unit}
          onChange={form.setUnit}
          error={form.isUnitMissing ? t('profile.unitMissing') : undefined}
        />
        <fieldset className={classes.contact}>
          <legend>{t('profile.contact')}</legend>
          <p className={classes.hint}>{t('profile.contactHint')}</p>
          <div className={classes.fields}>
            {headerFields.map((field) => (
              <TextInput
                key={field}
                label={t(`desk:header.${field}`)}
                value={form.header[field] ?? ''}
                maxLength={textLimits.short}
                onChange={(event) => form.setHeader(field, event.currentTarget.value)}
              />
            ))}
          </div>
        </fieldset>
        {state.kind === 'failed' && <ErrorNotice errors={state.errors} />}
        <Group>
          <Button type="submit" loading={state.kind === 'sending'}>
            {submitLabel}
          </Button>
          {children}
          <span role="status" className={classes.saved}>
            {state.kind === 'saved' && t('profile.saved')}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
