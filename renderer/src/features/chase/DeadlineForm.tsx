import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './ChaseScreen.module.css';
import type { Chase } from './useChase.ts';

interface DeadlineFormProps {
  readonly chase: Chase;
  readonly onEnd: () => void;
  readonly onSaved: () => void;
}

/** Another last day for one period, or the usual one again. */
export function DeadlineForm({
  chase: { period, deadline, usualDeadline },
  onEnd,
  onSaved,
}: DeadlineFormProps) {
  const { t } = useTranslation(['chase', 'app']);
  const { date } = useFormat();
  const [day, setDay] = useState(deadline);
  const [typed, setTyped] = useState<{ readonly text: string | null; readonly isFaulty: boolean }>(asSaved);
  const [isMissing, setIsMissing] = useState(false);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const save = async (wanted: string | null): Promise<void> => {
    const saved = await call('chase.saveDeadline', { period, deadline: wanted });
    if (saved.ok) onSaved();
    else setErrors(saved.errors);
  };
  return (
    <form
      noValidate
      className={classes.deadlineForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === '' || typed.isFaulty) setIsMissing(true);
        else void save(day);
      }}
    >
      <DateField
        label={t('deadline.label')}
        date={day}
        onDate={(chosen) => {
          setDay(chosen);
          setIsMissing(false);
        }}
        onLeave={() => setIsMissing(false)}
        draft={{ text: typed.text, keep: (text, isFaulty) => setTyped({ text, isFaulty }) }}
      />
      {isMissing && (
        <p role="alert" className={classes.missing}>
          {t('deadline.missing')}
        </p>
      )}
      {errors.length > 0 && <ErrorNotice errors={errors} />}
      <Group gap="xs">
        <Button type="submit">{t('deadline.save')}</Button>
        {deadline !== usualDeadline && (
          <Button variant="default" onClick={() => void save(null)}>
            {t('deadline.usual', { day: date(usualDeadline) })}
          </Button>
        )}
        <Button variant="default" onClick={onEnd}>
          {t('app:cancel')}
        </Button>
      </Group>
    </form>
  );
}

const asSaved = { text: null, isFaulty: false } as const;
