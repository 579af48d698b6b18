import { createFeed } from '#backend/usecases/openData/createFeed.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface FeedOptions {
  readonly db: string;
  readonly out: string;
  readonly period?: string;
  readonly set?: string;
}

export const addFeedCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('feed')
    .description(translate('cli:aboutFeed'))
    .usage('--db <file> --out <feed.json>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--out <file>', translate('cli:optionFeedOut'))
    .option('--period <period>', translate('cli:optionFeedPeriod'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .action((options: FeedOptions) => run(feed(options)));
};

/** Whoever reads the file finds the old feed or the new one, never half of one. */
function feed({ db, out, period, set }: FeedOptions): CommandAction {
  return async (session) => {
    const created = await withDatabase(session, db, { mustExist: true }, (context) =>
      createFeed(context, { period, setId: set }),
    );
    if (!created.ok) return created;
    const bytes = Buffer.from(`${JSON.stringify(created.value)}\n`);
    const file = await writeResultFile(out, bytes);
    if (!file.ok) return file;
    const { units, arrived, modified } = created.value;
    return succeed({
      document: {
        file: file.value,
        size: bytes.byteLength,
        period: created.value.period.code,
        units,
        arrived,
        modified,
      },
      text: file.value,
      messages: [session.wording.translate('cli:feedWritten', { units, file: file.value })],
      isOneLine: true,
    });
  };
}
