import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countByRule, keyOfRule, listBulkRules, pickRule, type BulkRule } from './conflictChoices.ts';
import classes from './ConflictsScreen.module.css';
import type { KnownConflict } from './useConflictContent.ts';

interface BulkChoiceProps {
  readonly conflicts: readonly KnownConflict[];
  readonly hasChoices: boolean;
  readonly onRule: (rule: BulkRule) => void;
  readonly onClear: () => void;
}

/** Chooses in many cells at once: by file, by person, or as a proposal by date. Nothing is recorded by it. */
export function BulkChoice({ conflicts, hasChoices, onRule, onClear }: BulkChoiceProps) {
  const { t } = useTranslation('conflicts');
  const [picked, setPicked] = useState<string | null>(null);
  const [filled, setFilled] = useState<{
    readonly count: number;
    readonly of: readonly KnownConflict[];
  } | null>(null);
  const plain = useMemo(() => conflicts.map(({ conflict }) => conflict), [conflicts]);
  const rules = useMemo(
    () => listBulkRules(plain).map(({ rule, label }) => ({ rule, label, count: countByRule(plain, rule) })),
    [plain],
  );
  const rule = pickRule(rules, picked);
  const fill = (): void => {
    if (rule === undefined) return;
    onRule(rule.rule);
    setFilled({ count: rule.count, of: conflicts });
  };
  return (
    <section className={classes.bulk} aria-label={t('bulk.title')}>
      <NativeSelect
        className={classes.bulkField ?? ''}
        label={t('bulk.title')}
        value={rule === undefined ? '' : keyOfRule(rule.rule)}
        data={rules.map(({ rule: one, label, count }) => ({
          value: keyOfRule(one),
          label: t(`bulk.${one.kind}`, { label, count }),
        }))}
        onChange={(event) => setPicked(event.currentTarget.value)}
      />
      <Button variant="default" onClick={fill}>
        {t('bulk.fill')}
      </Button>
      {hasChoices && (
        <Button
          variant="subtle"
          onClick={() => {
            onClear();
            setFilled(null);
          }}
        >
          {t('bulk.clear')}
        </Button>
      )}
      <p role="status" className={classes.filled}>
        {filled?.of === conflicts && t('bulk.filled', { count: filled.count, total: conflicts.length })}
      </p>
    </section>
  );
}
