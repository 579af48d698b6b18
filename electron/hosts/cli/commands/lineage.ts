import { readLineage } from '#backend/usecases/conflicts/readLineage.ts';
import type { LineageEntry } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { addCellOptions, findCell, type CellOptions } from '../cellOptions.ts';
import { describeOrigin, valueOnOneLine } from '../describeCell.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

type LineageOptions = CellOptions & { readonly db: string };

export const addLineageCommand: AddCommand = (parent, wording, run) => {
  const { translate } = wording;
  const command = parent
    .command('lineage')
    .description(translate('cli:aboutLineage'))
    .usage('--db <file> --assessment <id> --criterion <code> [--field <field>] [--stage <stage>]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--assessment <id>', translate('cli:optionAssessment'))
    .requiredOption('--criterion <code>', translate('cli:optionCriterion'));
  addCellOptions(command, wording).action((options: LineageOptions) => run(read(options)));
};

function read(options: LineageOptions): CommandAction {
  return (session) =>
    withDatabase(session, options.db, { mustExist: true }, (context) => {
      const cell = findCell(context, options);
      if (!cell.ok) return cell;
      const lineage = readLineage(context, cell.value);
      if (!lineage.ok) return lineage;
      const { wording } = session;
      return succeed({
        document: lineage.value,
        text: lineage.value.map((entry) => toText(entry, wording)).join('\n'),
        messages: lineage.value.length === 0 ? [wording.translate('cli:lineageNone')] : [],
      });
    });
}

function toText(entry: LineageEntry, wording: Wording): string {
  const { translate } = wording;
  const mark = entry.stands ? translate('cli:lineageStands') : translate('cli:lineageReplaced');
  const decided = entry.decided ? ` ${translate('cli:lineageDecided')}` : '';
  return `${mark}${decided} ${valueOnOneLine(entry.value)}\n  ${describeOrigin(entry, wording)}`;
}
