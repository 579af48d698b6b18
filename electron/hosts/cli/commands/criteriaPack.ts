import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import { packSet } from '#backend/usecases/authoring/packSet.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import { readSetSource, refuseSet } from '../readSet.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface PackOptions {
  readonly db: string;
  readonly out: string;
}

export const addCriteriaPackCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('pack')
    .description(translate('cli:aboutCriteriaPack'))
    .usage('<folder | set.xlsx> --db <file> --out <folder>')
    .argument('<source>', translate('cli:argumentSetSource'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .action((source: string, options: PackOptions) => run(pack(source, options)));
};

function pack(source: string, { db, out }: PackOptions): CommandAction {
  const folder = path.resolve(out);
  return (session) =>
    withDatabase(session, db, { mustExist: true }, async (context) => {
      const read = await readSetSource(context.content, source);
      if (!read.ok) return read;
      const { set, maps, faults } = read.value;
      if (!set || faults.length > 0) return refuseSet(faults, session);
      const packed = await onStorageLater(folder, async () => {
        mkdirSync(folder, { recursive: true });
        return await packSet(context, { set, maps }, folder);
      });
      if (!packed.ok) return packed;
      const { fileName: _, ...document } = packed.value;
      const { file, digest } = document;
      return succeed({
        document,
        text: file,
        messages: [session.wording.translate('cli:setPacked', { file, digest: digest.slice(0, 8) })],
      });
    });
}
