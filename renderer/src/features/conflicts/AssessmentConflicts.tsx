import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { useCall } from '../../lib/useCall.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { keyOfConflict, type Choice, type Choices } from './conflictChoices.ts';
import { ConflictCard } from './ConflictCard.tsx';
import classes from './ConflictsScreen.module.css';
import { DocumentList } from './DocumentList.tsx';
import { groupConflicts, type SomeConflicts } from './groupConflicts.ts';

interface AssessmentConflictsProps {
  /** Of one assessment, at least one. */
  readonly conflicts: SomeConflicts;
  readonly choices: Choices;
  readonly onChoose: (key: string, choice: Choice) => void;
}

/** The conflicts of one assessment, criterion by criterion, each with the evidence that stands there. */
export function AssessmentConflicts({ conflicts, choices, onChoose }: AssessmentConflictsProps) {
  const { t } = useTranslation('conflicts');
  const describePeriod = usePeriodText();
  const [first] = conflicts;
  const { state } = useCall('assessments.open', { id: first.conflict.assessmentId });
  const answers = state.kind === 'ready' ? state.value.answers : null;
  const { assessmentId, unit, period } = first.conflict;
  const byCriterion = groupConflicts(conflicts, ({ conflict }) => conflict.criterionId);
  return (
    <section className={classes.assessment} aria-labelledby={`conflicts-${assessmentId}`}>
      <h2 id={`conflicts-${assessmentId}`} className={classes.unit}>
        <Link href={`/assessments/${assessmentId}`}>
          {t('assessment', { unit: unit.name, period: describePeriod(period) })}
        </Link>
      </h2>
      {byCriterion.map((group) => (
        <CriterionConflicts
          key={group[0].conflict.criterionId}
          conflicts={group}
          standing={answers?.[group[0].conflict.criterionId]?.evidence ?? null}
          choices={choices}
          onChoose={onChoose}
        />
      ))}
    </section>
  );
}

interface CriterionConflictsProps extends AssessmentConflictsProps {
  /** The documents that stand there, for the figures to be held against; null while they are not known. */
  readonly standing: readonly Evidence[] | null;
}

function CriterionConflicts({ conflicts, standing, choices, onChoose }: CriterionConflictsProps) {
  const { t } = useTranslation('conflicts');
  const { text } = useFormat();
  const { criterion, conflict } = conflicts[0];
  const { criterionId } = conflict;
  const isEvidenceAgreed = conflicts.every((one) => one.conflict.field !== 'evidence');
  return (
    <div className={classes.criterion}>
      <h3 id={`conflict-${criterionId}`} tabIndex={-1} className={classes.criterionName}>
        {criterion === null
          ? criterionId === headerCells
            ? t('head')
            : criterionId
          : t('criterion', { code: criterion.code, name: text(criterion.name) })}
      </h3>
      {conflicts.map((known) => {
        const key = keyOfConflict(known.conflict);
        return (
          <ConflictCard
            key={key}
            known={known}
            choice={choices[key]}
            onChoose={(choice) => onChoose(key, choice)}
          />
        );
      })}
      {criterion !== null && isEvidenceAgreed && standing !== null && (
        <div className={classes.evidence}>
          <h4>{t('evidence.agreed')}</h4>
          <DocumentList documents={standing} />
        </div>
      )}
    </div>
  );
}
