import process from 'node:process';
import { publish, type Publication } from '#backend/usecases/publishing/publish.ts';
import { readAddress } from '#backend/warehouse/address.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';

interface PublishOptions {
  readonly db: string;
  readonly to: string;
  readonly allowRemoval?: true;
}

export const addPublishCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('publish')
    .description(translate('cli:aboutPublish'))
    .usage('--db <file> --to postgres://<user>@<host>/<database>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--to <address>', translate('cli:optionWarehouse'))
    .option('--allow-removal', translate('cli:optionAllowRemoval'))
    .action((options: PublishOptions) => run(publishTo(options)));
};

/** The password comes from the environment or from files: everybody on the machine can read a command line. */
function publishTo({ db, to, allowRemoval }: PublishOptions): CommandAction {
  return async (session) => {
    const address = readAddress(to, process.env);
    if (!address.ok) return address;
    // A large library that no other command needs.
    const { withWarehouse } = await import('#backend/warehouse/openWarehouse.ts');
    const published = await withDatabase(session, db, { mustExist: true }, (context) =>
      withWarehouse(address.value, (warehouse) =>
        publish(context, warehouse, {
          allowRemoval: allowRemoval === true,
          onProgress: (done) => session.tell(`${session.wording.translate('cli:publishing', { done })}\n`),
        }),
      ),
    );
    return published.ok ? succeed(describe(published.value, session)) : published;
  };
}

function describe(publication: Publication, { wording }: Session): CommandOutput {
  const { units, written, removed, rows } = publication;
  const isUnchanged = rows === 0 && removed === 0;
  return {
    document: { ...publication, isUnchanged },
    text: isUnchanged
      ? wording.translate('cli:publishedNothing', { units })
      : wording.translate('cli:published', { units, written, removed, rows }),
    isOneLine: true,
  };
}
