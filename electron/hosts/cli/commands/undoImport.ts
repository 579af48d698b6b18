import { listImports } from '#backend/usecases/imports/listImports.ts';
import { undoImport } from '#backend/usecases/imports/undoImport.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

export const addUndoImportCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('undo-import')
    .description(translate('cli:aboutUndoImport'))
    .usage('--db <file> [<import>]')
    .argument('[import]', translate('cli:argumentImport'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .action((id: string | undefined, options: { readonly db: string }) => run(undo(id, options.db)));
};

/** Without an id the newest import that changed anything and has not been undone yet. */
function undo(id: string | undefined, databaseFile: string): CommandAction {
  return (session) =>
    withDatabase(session, databaseFile, { mustExist: true }, (context) => {
      const imports = listImports(context);
      if (!imports.ok) return imports;
      const chosen = id ?? imports.value.find((one) => one.undo === 'possible' || one.undo === 'blocked')?.id;
      if (chosen === undefined) return failWith('import-unknown');
      const undone = undoImport(context, chosen);
      if (!undone.ok) return undone;
      return succeed({
        document: { import: chosen },
        text: chosen,
        messages: [session.wording.translate('cli:importUndone')],
      });
    });
}
