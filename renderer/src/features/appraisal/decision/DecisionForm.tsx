import { Button, Group, Textarea } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { focusFirstFault } from '../../../lib/focusFirstFault.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FigureField } from '../../../ui/FigureField.tsx';
import type { GivenAppraisal } from '../appraisalContext.ts';
import { checkDraft } from './checkDraft.ts';
import classes from './DecisionBar.module.css';
import type { DecisionDraft } from './decisionDrafts.ts';

interface DecisionFormProps {
  readonly score: CriterionScore;
  readonly draft: DecisionDraft;
  readonly onChange: (part: Partial<DecisionDraft>) => void;
  readonly onCancel: () => void;
  readonly onSave: (given: GivenAppraisal) => void;
}

/** Points where they are adjusted, and the reason, which the unit will read. Ctrl+Enter saves. */
export function DecisionForm({ score, draft, onChange, onCancel, onSave }: DecisionFormProps) {
  const { t } = useTranslation(['appraisal', 'app']);
  const { number } = useFormat();
  const [isChecked, setIsChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const checked = checkDraft(score, draft);
  const faults = isChecked && checked.kind === 'faulty' ? checked : { points: [], reason: [] };
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      data-decision={draft.decision}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (checked.kind === 'fine') onSave(checked.given);
        else focusFirstFault(event.currentTarget);
      }}
    >
      {draft.decision === 'adjusted' && (
        <FigureField
          label={t('decision.points', { max: number(score.criterion.maxPoints) })}
          text={draft.points}
          errors={faults.points}
          onText={(points) => onChange({ points })}
          onLeave={() => undefined}
        />
      )}
      <Textarea
        label={t(`decision.reason.${draft.decision}`)}
        value={draft.reason}
        rows={2}
        required
        maxLength={textLimits.long}
        error={faults.reason.length > 0 ? t('decision.reasonMissing') : undefined}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.form?.requestSubmit();
        }}
      />
      <Group gap="xs" className={classes.ends ?? ''}>
        <Button type="submit" leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
          {t('decision.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
      </Group>
    </form>
  );
}
