import { createOpenData } from '#backend/usecases/openData/createOpenData.ts';
import { writeDataset } from '#backend/usecases/openData/writeDataset.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed } from '#shared/errors/result.ts';
import { basisOption } from '../basisOption.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface OpenDataOptions {
  readonly db: string;
  readonly period: string;
  readonly out: string;
  readonly set?: string;
  readonly basis: Basis;
  readonly licence?: string;
}

export const addOpenDataCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('open-data')
    .description(translate('cli:aboutOpenData'))
    .usage('--db <file> --period <period> --out <folder>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .addOption(basisOption(translate))
    .option('--licence <address>', translate('cli:optionLicence'))
    .action((options: OpenDataOptions) => run(openData(options)));
};

function openData({ db, period, out, set, basis, licence }: OpenDataOptions): CommandAction {
  return async (session) => {
    const { language, wording } = session;
    const created = await withDatabase(session, db, { mustExist: true }, (context) =>
      createOpenData(context, { period, setId: set, basis, language, licence: licence ?? null }),
    );
    if (!created.ok) return created;
    const written = writeDataset(out, created.value);
    if (!written.ok) return written;
    const { folder, isChanged } = written.value;
    const { units, modified, files } = created.value;
    return succeed({
      document: { folder, isChanged, units, modified, files: files.map(({ name }) => name) },
      text: folder,
      messages: [
        wording.translate(isChanged ? 'cli:openDataWritten' : 'cli:openDataUnchanged', { units, folder }),
      ],
      isOneLine: true,
    });
  };
}
