import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createScorecards } from '#backend/usecases/reporting/createScorecards.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface CardsOptions {
  readonly db: string;
  readonly period: string;
  readonly out: string;
  readonly set?: string;
  readonly above?: string;
}

export const addCardsCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('cards')
    .description(translate('cli:aboutCards'))
    .usage('--db <file> --period <period> --out <folder>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .option('--above <code>', translate('cli:optionReportAbove'))
    .action((options: CardsOptions) => run(printCards(options)));
};

/** How often the batch tells how far it is. */
const cardsBetweenLines = 10;

function printCards({ db, period, out, set, above }: CardsOptions): CommandAction {
  return async (session) => {
    const { language, wording, tell } = session;
    const folder = path.resolve(out);
    try {
      await mkdir(folder, { recursive: true });
    } catch {
      return failWith('file-not-writable', { path: folder });
    }
    const files: { file: string; size: number }[] = [];
    const printed = await withDatabase(session, db, { mustExist: true }, (context) =>
      createScorecards(
        context,
        { period, setId: set, above },
        language,
        async (name, bytes) => {
          const written = await writeResultFile(path.join(folder, name), bytes);
          if (written.ok) files.push({ file: written.value, size: bytes.byteLength });
          return written;
        },
        {
          onDone: (done, total) => {
            if (done % cardsBetweenLines !== 0 && done !== total) return;
            tell(`${wording.translate('cli:cardsProgress', { done, total })}\n`);
          },
        },
      ),
    );
    if (!printed.ok) return printed;
    return succeed({
      document: { folder, files },
      text: files.map(({ file }) => file).join('\n'),
      messages: [wording.translate('cli:cardsWritten', { count: printed.value, folder })],
    });
  };
}
