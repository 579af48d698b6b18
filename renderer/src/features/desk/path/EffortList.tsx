import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { effortOf } from '#shared/domain/path/findPaths.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useSaveStatus } from '../../../lib/useSaveQueue.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './EffortList.module.css';
import { effortLimits, type EffortDesk } from './useEffortQueue.ts';

interface EffortListProps {
  readonly score: AssessmentScore;
  readonly efforts: EffortDesk;
}

/** What each criterion that can still improve costs in the officer's own estimate; the ways follow at once. */
export function EffortList({ score, efforts }: EffortListProps) {
  const { t } = useTranslation('desk');
  const status = useSaveStatus(efforts.saving);
  const improvable = score.criteria.filter((one) => one.counts && one.points.lt(one.max));
  return (
    <div className={classes.section}>
      <Disclosure title={t('path.effort.title')}>
        <p className={classes.hint}>{t('path.effort.hint', effortLimits)}</p>
        {(status.kind === 'failed' || status.kind === 'refused') && <ErrorNotice errors={status.errors} />}
        <ul className={classes.list}>
          {improvable.map((one) => (
            <EffortEntry
              key={one.criterion.id}
              score={one}
              effort={effortOf(one, efforts.values)}
              onChange={efforts.change}
            />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

interface EffortEntryProps {
  readonly score: CriterionScore;
  readonly effort: number;
  readonly onChange: EffortDesk['change'];
}

function EffortEntry({ score: { criterion }, effort, onChange }: EffortEntryProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(effort);
  const isSound = readEffort(shown) !== null;
  return (
    <li>
      <label className={classes.entry}>
        <span>{t('criterionTitle', { code: criterion.code, name: text(criterion.name) })}</span>
        <input
          className={classes.input}
          inputMode="numeric"
          autoComplete="off"
          value={shown}
          aria-invalid={!isSound}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            const next = readEffort(event.currentTarget.value);
            if (next !== null) onChange(criterion.id, next);
            else if (event.currentTarget.value.trim() === '') onChange(criterion.id, null);
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
    </li>
  );
}

/** A whole number within the limits, else `null`. */
function readEffort(typed: string): number | null {
  if (!/^\d{1,3}$/u.test(typed.trim())) return null;
  const effort = Number(typed);
  return effort >= effortLimits.least && effort <= effortLimits.most ? effort : null;
}
