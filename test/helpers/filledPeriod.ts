import { drawAnswers } from '../../electron/hosts/cli/demo/drawAnswers.ts';
import { employ } from '../../electron/hosts/cli/demo/demoPeople.ts';
import { takeDice } from '../../electron/hosts/cli/demo/dice.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import { recordHeader } from '#backend/usecases/recordHeader.ts';
import { findChecks, findSet } from '#backend/files/content.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { unitInForce } from '#shared/domain/units/findUnits.ts';
import { valueOf } from './valueOf.ts';

export interface FilledUnit {
  readonly unitCode: string;
  readonly period?: string;
  readonly setId?: string;
  /** Changes what was drawn before it is recorded. */
  readonly change?: (answers: Answers) => Answers;
}

/**
 * Assessments as officers would have filled them in, drawn from the code of the unit: the same in every run. Returns
 * their ids in the order given.
 */
export function fillPeriod(context: UseCaseContext, units: readonly FilledUnit[]): readonly string[] {
  return units.map(({ unitCode, period = '2026', setId = 'da-nang-phuong-xa', change }) => {
    const loadedSet = valueOf(findSet(context.content, setId));
    const parsed = valueOf(parsePeriod(period));
    const version = unitInForce(context.content.unitLists, unitCode, parsed.lastDay);
    if (!version) throw new Error(`No unit ${unitCode}`);
    const checks = findChecks(context.content, setId);
    const subject = { ...loadedSet, version, period: parsed, checks, ordinal: 0, attaches: false };
    const drawn = drawAnswers(subject, parsed.lastDay, takeDice(`${unitCode} ${period}`));
    const answers = Object.fromEntries(drawn.answers.map(([criterion, answer]) => [criterion.id, answer]));
    const { id } = valueOf(
      createAssessment(context, { unitCode, period, setId, setVersion: loadedSet.set.version }),
    );
    const { header } = employ(subject, 'test');
    valueOf(recordHeader(context, { assessmentId: id, header }));
    valueOf(recordAnswers(context, { assessmentId: id, edits: editsOf(change ? change(answers) : answers) }));
    return id;
  });
}

function editsOf(answers: Answers): readonly AnswerEdit[] {
  return Object.entries(answers).flatMap(([criterionId, answer]): AnswerEdit[] => [
    { criterionId, field: 'value', value: answer.value },
    { criterionId, field: 'evidence', value: [...answer.evidence] },
    { criterionId, field: 'explanation', value: answer.explanation },
    { criterionId, field: 'notApplicable', value: answer.notApplicable },
  ]);
}
