import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countByRule, listBulkRules, type BulkRule } from './conflictChoices.ts';
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
  const [chosen, setChosen] = useState(0);
  const [filled, setFilled] = useState<number | null>(null);
  const plain = useMemo(() => conflicts.map(({ conflict }) => conflict), [conflicts]);
  const rules = useMemo(
    () => listBulkRules(plain).map(({ rule, label }) => ({ rule, label, count: countByRule(plain, rule) })),
    [plain],
  );
  const rule = rules[chosen];
  const fill = (): void => {
    if (rule === undefined) return;
    onRule(rule.rule);
    setFilled(rule.count);
  };
  return (
    <section className={classes.bulk} aria-label={t('bulk.title')}>
      <NativeSelect
        className={classes.bulkField ?? ''}
        label={t('bulk.title')}
        value={String(chosen)}
        data={rules.map(({ rule: { kind }, label, count }, index) => ({
          value: String(index),
          label: t(`bulk.${kind}`, { label, count }),
        }))}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
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
        {filled !== null && t('bulk.filled', { count: filled, total: conflicts.length })}
      </p>
    </section>
  );
}
