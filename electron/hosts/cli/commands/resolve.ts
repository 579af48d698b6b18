import { CommanderError } from 'commander';
import { z } from 'zod';
import type { Workspace } from '#backend/backend.ts';
import { listConflicts } from '#backend/usecases/conflicts/listConflicts.ts';
import { resolveConflicts, type ConflictsToResolve } from '#backend/usecases/conflicts/resolveConflicts.ts';
import { decision } from '#shared/api/schemas/imports.ts';
import { keyOfCell } from '#shared/domain/merge/change.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { parseJsonDocument } from '#shared/format/jsonDocument.ts';
import { addCellOptions, findCell, type AssessmentCell, type CellOptions } from '../cellOptions.ts';
import { withDatabase } from '../openDatabase.ts';
import { readTextFile } from '../readTextFile.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { decisionSourceError } from '../usageError.ts';

type Decisions = ConflictsToResolve['decisions'];
type OneCell = CellOptions & { readonly choose?: string; readonly value?: string };
type ResolveOptions = Partial<Pick<OneCell, 'assessment' | 'criterion'>> &
  Omit<OneCell, 'assessment' | 'criterion'> & { readonly db: string; readonly author?: string };
type ReadDecisions = (context: Workspace['context']) => Promise<Result<Decisions>> | Result<Decisions>;

export const addResolveCommand: AddCommand = (parent, wording, run) => {
  const { translate } = wording;
  const command = parent
    .command('resolve')
    .description(translate('cli:aboutResolve'))
    .usage(
      '<decisions.json> --db <file> | --db <file> --assessment <id> --criterion <code> [--field <field>] (--choose <n> | --value <json>)',
    )
    .argument('[decisions]', translate('cli:argumentDecisions'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .option('--criterion <code>', translate('cli:optionCriterion'));
  addCellOptions(command, wording)
    .option('--choose <n>', translate('cli:optionChoose'))
    .option('--value <json>', translate('cli:optionValue'))
    .option('--author <name>', translate('cli:optionAuthor'))
    .action((file: string | undefined, options: ResolveOptions) =>
      run(resolve(chooseSource(file, options), options)),
    );
};

/** Either a file of decisions or one cell with one way to decide it; anything else is wrong usage. */
function chooseSource(file: string | undefined, options: ResolveOptions): ReadDecisions {
  const { assessment, criterion, choose, value } = options;
  const namesCell = assessment !== undefined || criterion !== undefined;
  if (file !== undefined && !namesCell && choose === undefined && value === undefined) {
    return () => readDecisions(file);
  }
  if (file !== undefined || assessment === undefined || criterion === undefined) throw wrongUsage();
  if ((choose === undefined) === (value === undefined)) throw wrongUsage();
  return (context) => decideCell(context, { ...options, assessment, criterion });
}

function wrongUsage(): CommanderError {
  return new CommanderError(2, decisionSourceError, '');
}

function resolve(read: ReadDecisions, { db, author }: ResolveOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, async (context) => {
      const decisions = await read(context);
      if (!decisions.ok) return decisions;
      const given = { decisions: decisions.value, ...(author === undefined ? {} : { author }) };
      const resolved = resolveConflicts(context, given);
      if (!resolved.ok) return resolved;
      const message = session.wording.translate('cli:conflictsResolved', { count: resolved.value.resolved });
      return succeed({ document: resolved.value, text: '', messages: [message] });
    });
}

const decisionsLimit = 32 * 1024 * 1024;
const decisionsFile = z.array(decision).min(1).max(10_000);

async function readDecisions(file: string): Promise<Result<Decisions>> {
  const text = await readTextFile(file, decisionsLimit);
  if (!text.ok) return text;
  const json = parseJsonDocument(text.value);
  if (!json.ok) return json;
  const decisions = decisionsFile.safeParse(json.value.value);
  if (decisions.success) return succeed(decisions.data);
  const [issue] = decisions.error.issues;
  return failWith('document-invalid', { reason: issue?.message ?? '' }, issue?.path.join('.') ?? file);
}

function decideCell(context: Workspace['context'], options: OneCell): Result<Decisions> {
  const cell = findCell(context, options);
  if (!cell.ok) return cell;
  if (options.choose !== undefined) return chooseValue(context, cell.value, options.choose);
  const json = parseJsonDocument(options.value ?? '');
  return json.ok ? succeed([{ ...cell.value, value: json.value.value }]) : json;
}

/** @param choice the number of the value among those side by side, from 1, as `conflicts` lists them */
function chooseValue(context: Workspace['context'], cell: AssessmentCell, choice: string): Result<Decisions> {
  const conflicts = listConflicts(context, { assessmentId: cell.assessmentId });
  if (!conflicts.ok) return conflicts;
  const conflict = conflicts.value.find((one) => keyOfCell(one) === keyOfCell(cell));
  if (!conflict) return failWith('conflict-gone', {}, keyOfCell(cell));
  const chosen = conflict.values[Number(choice) - 1];
  return chosen
    ? succeed([{ ...cell, value: chosen.value }])
    : failWith('conflict-choice-unknown', { choice, last: String(conflict.values.length) }, '--choose');
}
