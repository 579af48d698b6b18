import { assertNever } from '#shared/errors/assertNever.ts';
import { ChecklistAnswer } from './ChecklistAnswer.tsx';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { PairAnswer } from './PairAnswer.tsx';
import type { SimpleAnswerProps } from './simpleAnswer.ts';
import { SingleFigureAnswer } from './SingleFigureAnswer.tsx';
import { YesNoAnswer } from './YesNoAnswer.tsx';

/** The control that fits the rule. */
export function SimpleAnswer({ rule, ...rest }: SimpleAnswerProps) {
  switch (rule.kind) {
    case 'yes_no':
      return <YesNoAnswer rule={rule} {...rest} />;
    case 'choice':
      return <ChoiceAnswer rule={rule} {...rest} />;
    case 'checklist':
      return <ChecklistAnswer rule={rule} {...rest} />;
    case 'tiers':
      return rule.measure.kind === 'percent' ? (
        <PairAnswer
          rule={rule}
          numerator={rule.measure.numerator}
          denominator={rule.measure.denominator}
          {...rest}
        />
      ) : (
        <SingleFigureAnswer rule={rule} unit={rule.measure.unit} {...rest} />
      );
    case 'ratio':
      return <PairAnswer rule={rule} numerator={rule.numerator} denominator={rule.denominator} {...rest} />;
    case 'count':
      return <SingleFigureAnswer rule={rule} unit={rule.unit} {...rest} />;
    case 'manual':
      return <SingleFigureAnswer rule={rule} unit={null} {...rest} />;
    default:
      return assertNever(rule);
  }
}
