import type { Command } from 'commander';
import type { Workspace } from '#backend/backend.ts';
import { findAssessment } from '#backend/usecases/editableAssessment.ts';
import { findSetOf } from '#backend/usecases/readAssessment.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { headerCells, type CellAddress, type Stage } from '#shared/domain/merge/change.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';

/** How a cell is named on the command line. */
export interface CellOptions {
  readonly assessment: string;
  /** Display code, permanent id, or `header`. */
  readonly criterion: string;
  readonly field: string;
  readonly stage: Stage;
}

/** A cell of one assessment. */
export type AssessmentCell = CellAddress & { readonly assessmentId: string };

const stages: readonly Stage[] = ['self', 'appraised', 'final'];

/** Adds the options by which a cell is named besides its assessment and criterion. */
export function addCellOptions(command: Command, { translate }: Wording): Command {
  const stage = command.createOption('--stage <stage>', translate('cli:optionStage'));
  return command
    .option('--field <field>', translate('cli:optionField'), 'value')
    .addOption(stage.choices(stages).default('self', 'self'));
}

/** Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`, `criterion-unknown`. */
export function findCell(
  { store, content }: Workspace['context'],
  { assessment, criterion, field, stage }: CellOptions,
): Result<AssessmentCell> {
  return store.read((reader) => {
    const record = findAssessment(reader, assessment);
    if (!record.ok) return record;
    const address = { assessmentId: assessment, stage, field };
    if (criterion === headerCells) return succeed({ ...address, criterionId: headerCells });
    const loadedSet = findSetOf(content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const found = findCriterion(loadedSet.value.set, criterion);
    return found
      ? succeed({ ...address, criterionId: found.id })
      : failWith('criterion-unknown', { key: criterion.slice(0, 40) }, '--criterion');
  });
}
