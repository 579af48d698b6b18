import { useTranslation } from 'react-i18next';
import type { AnswerValue, PartAnswer, SimpleValue } from '#shared/domain/assessment/answer.ts';
import type { RuleOfKind } from '#shared/domain/criteria/rule.ts';
import type { PartScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../lib/useFormat.ts';
import type { Pace } from '../../lib/pace.ts';
import { describeBesideAnswer } from './describeBesideAnswer.ts';
import { NotApplicable } from './NotApplicable.tsx';
import classes from './PartsAnswer.module.css';
import { SimpleAnswer } from './SimpleAnswer.tsx';

interface PartsAnswerProps {
  readonly rule: RuleOfKind<'sum'>;
  readonly scores: readonly PartScore[];
  readonly value: AnswerValue | null;
  readonly place: string;
  readonly mayBeNotApplicable: boolean;
  readonly onValue: (value: AnswerValue | null, pace: Pace) => void;
  readonly onLeave: () => void;
}

/** A sum: each part is a small criterion of its own. */
export function PartsAnswer({
  rule,
  scores,
  value,
  place,
  mayBeNotApplicable,
  onValue,
  onLeave,
}: PartsAnswerProps) {
  const given = typeof value === 'object' && value !== null && 'parts' in value ? value.parts : [];
  const answerPart = (index: number, part: PartAnswer, pace: Pace): void => {
    const parts = rule.parts.map((_, at) => (at === index ? part : (given[at] ?? null)));
    onValue(parts.every((one) => one === null) ? null : { parts }, pace);
  };
  return (
    <div className={classes.parts}>
      {scores.map((score, index) => (
        <Part
          key={score.part.id}
          score={score}
          given={given[index] ?? null}
          place={`${place}/${score.part.id}`}
          mayBeNotApplicable={mayBeNotApplicable}
          onPart={(part, pace) => answerPart(index, part, pace)}
          onLeave={onLeave}
        />
      ))}
    </div>
  );
}

interface PartProps {
  readonly score: PartScore;
  readonly given: PartAnswer;
  readonly place: string;
  readonly mayBeNotApplicable: boolean;
  readonly onPart: (part: PartAnswer, pace: Pace) => void;
  readonly onLeave: () => void;
}

function Part({
  score: { part, points, state },
  given,
  place,
  mayBeNotApplicable,
  onPart,
  onLeave,
}: PartProps) {
  const { t } = useTranslation('desk');
  const { text, number, language, translateRule } = useFormat();
  const excuse =
    typeof given === 'object' && given !== null && 'notApplicable' in given ? given.notApplicable : null;
  const value = excuse === null ? (given as SimpleValue | null) : null;
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>
        {t('answer.part', { letter: part.id, text: text(part.text) })}
      </legend>
      <div className={classes.rule}>
        {describeBesideAnswer(part.rule, part.points, language, translateRule).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {excuse === null && (
        <SimpleAnswer
          rule={part.rule}
          maxPoints={part.points}
          value={value}
          question={t('answer.partQuestion')}
          place={place}
          onValue={(answer, pace) => onPart(answer as SimpleValue | null, pace)}
          onLeave={onLeave}
        />
      )}
      {mayBeNotApplicable && (
        <div className={classes.notApplicable}>
          <NotApplicable
            label={t('notApplicable.part')}
            reason={excuse ?? ''}
            place={`${place}/notApplicable`}
            onLeave={onLeave}
            onReason={(reason, pace) => onPart(reason === '' ? null : { notApplicable: reason }, pace)}
          />
        </div>
      )}
      <p className={classes.points}>
        {state === 'not-applicable'
          ? t('mark.not-applicable')
          : t('pointsOf', { points: number(points), max: number(part.points) })}
      </p>
    </fieldset>
  );
}
