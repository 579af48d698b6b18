import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { SimpleRule } from '#shared/domain/criteria/rule.ts';
import type { Decimal } from '#shared/domain/numbers/decimal.ts';
import type { Pace } from '../../lib/pace.ts';

/** What the control of any rule that can stand alone needs: a criterion's own, or one part of a sum. */
export interface SimpleAnswerProps<R extends SimpleRule = SimpleRule> {
  readonly rule: R;
  readonly maxPoints: Decimal;
  readonly value: AnswerValue | null;
  /** The question in words: legend of a group of choices. */
  readonly question: string;
  readonly place: string;
  readonly onValue: (value: AnswerValue | null, pace: Pace) => void;
  readonly onLeave: () => void;
}
