import { listConflicts } from '#backend/usecases/conflicts/listConflicts.ts';
import type { Conflict } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import { describeOrigin, nameCell, valueOnOneLine } from '../describeCell.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface ConflictsOptions {
  readonly db: string;
  readonly assessment?: string;
}

export const addConflictsCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('conflicts')
    .description(translate('cli:aboutConflicts'))
    .usage('--db <file> [--assessment <id>]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .action((options: ConflictsOptions) => run(list(options)));
};

function list({ db, assessment }: ConflictsOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, (context) => {
      const found = listConflicts(context, { assessmentId: assessment ?? null });
      if (!found.ok) return found;
      const { wording } = session;
      const toText = (conflict: Conflict): string =>
        [
          `${conflict.assessmentId} · ${conflict.unit.name} · ${conflict.period} · ${nameCell(context.content, conflict)}`,
          ...conflict.values.map(
            (value, place) =>
              `  ${String(place + 1)}. ${valueOnOneLine(value.value)}\n     ${describeOrigin(value, wording)}`,
          ),
        ].join('\n');
      return succeed({
        document: found.value,
        text: found.value.map(toText).join('\n'),
        messages: found.value.length === 0 ? [wording.translate('cli:conflictsNone')] : [],
      });
    });
}
