import { readInstallation } from '#backend/usecases/installation.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

export const addKeysCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('keys')
    .description(translate('cli:aboutKeys'))
    .usage('--db <file>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .action((options: { readonly db: string }) => run(showKeys(options.db)));
};

function showKeys(databaseFile: string): CommandAction {
  return (session) =>
    withDatabase(session, databaseFile, { mustExist: true }, (context) => {
      const installation = readInstallation(context);
      if (!installation.ok) return installation;
      const { words, publicKey, recipient } = installation.value;
      const { translate } = session.wording;
      return succeed({
        document: { words, publicKey, recipient },
        text: toTextTable([
          [translate('cli:columnSigner'), words.join(' ')],
          [translate('cli:columnPublicKey'), publicKey],
          [translate('cli:columnRecipient'), recipient],
        ]),
      });
    });
}
