import type { AssessmentSummary, Signing } from '#shared/api/contract.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { Efforts } from '../db/effortTable.ts';
import type { WayBack } from '../db/stepTable.ts';
import type { StoredAnswers } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { readAssessment } from './readAssessment.ts';
import { summariseAssessment } from './summariseAssessment.ts';

/** Everything that the desk shows of one assessment. */
export interface OpenedAssessment extends WayBack {
  readonly assessment: AssessmentSummary;
  readonly answers: StoredAnswers;
  readonly header: AssessmentHeader;
  readonly efforts: Efforts;
  readonly signing: Signing;
  /** Of what is declared. */
  readonly contentDigest: string;
}

/** One assessment with everything declared in it. Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`. */
export function openAssessment(context: UseCaseContext, id: string): Result<OpenedAssessment> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, id);
    if (!found.ok) return found;
    const { record, answers, header, signing, digest } = found.value;
    const wayBack = reader.readWayBack(record.number);
    const isOpen = signing.state === 'open';
    return succeed({
      assessment: summariseAssessment(found.value),
      answers,
      header,
      efforts: reader.readEfforts(record.number),
      canUndo: isOpen && wayBack.canUndo,
      canRedo: isOpen && wayBack.canRedo,
      signing,
      contentDigest: digest(),
    });
  });
}
