import { Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { namesDocument, textLimits, type Evidence } from '#shared/domain/assessment/answer.ts';
import { DateField } from '../../../ui/DateField.tsx';
import classes from './EvidenceCard.module.css';

interface EvidenceCardProps {
  readonly number: number;
  readonly evidence: Evidence;
  readonly onChange: (evidence: Evidence) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

export function EvidenceCard({ number, evidence, onChange, onRemove, onLeave }: EvidenceCardProps) {
  const { t } = useTranslation('desk');
  const first = useRef<HTMLInputElement>(null);
  const wasBlank = useRef(!namesDocument(evidence));
  useEffect(() => {
    if (wasBlank.current) first.current?.focus();
  }, []);
  const field = (name: 'number' | 'issuer' | 'title' | 'page', limit: number) => ({
    label: t(name === 'title' ? 'evidence.subject' : `evidence.${name}`),
    value: evidence[name],
    maxLength: limit,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...evidence, [name]: event.currentTarget.value }),
    onBlur: onLeave,
  });
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{t('evidence.document', { number })}</legend>
      <div className={classes.fields}>
        <TextInput ref={first} {...field('number', textLimits.short)} />
        <DateField
          label={t('evidence.date')}
          date={evidence.date}
          onDate={(date) => onChange({ ...evidence, date })}
          onLeave={onLeave}
        />
        <TextInput className={classes.issuer ?? ''} {...field('issuer', textLimits.short)} />
        <TextInput className={classes.wide ?? ''} {...field('title', 2000)} />
        <TextInput {...field('page', textLimits.short)} />
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        c="var(--missed)"
        color="red"
        mt={8}
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={onRemove}
      >
        {t('evidence.removeDocument', { number })}
      </Button>
    </fieldset>
  );
}
