import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import type { EncryptionChoice } from '#backend/usecases/exporting/chooseEncryption.ts';
import type { Result } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { withDatabase } from './openDatabase.ts';
import { readPassphrase } from './readSecrets.ts';
import type { CommandOutput, Session } from './session.ts';

/** Where a command writes packages, and for whom they are encrypted. */
export interface SealingOptions {
  readonly db: string;
  readonly out: string;
  readonly encryptTo?: readonly string[];
  readonly passphraseFile?: string;
}

/** Options of commands that write packages. */
export function addSealingOptions(command: Command, { translate }: Wording): Command {
  const passphrase = command.createOption('--passphrase-file <file>', translate('cli:optionPassphraseFile'));
  return command
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .option('--encrypt-to <recipient...>', translate('cli:optionEncryptTo'))
    .addOption(passphrase.conflicts('encryptTo'));
}

/** Lets `write` put packages into the folder, which is made where it is not there. Errors: those of `readPassphrase`. */
export async function writeSealed(
  session: Session,
  options: SealingOptions,
  write: (
    context: UseCaseContext,
    encryption: EncryptionChoice,
    folder: string,
  ) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const passphrase = await readPassphrase(options.passphraseFile);
  if (!passphrase.ok) return passphrase;
  const encryption = { passphrase: passphrase.value, recipients: [...(options.encryptTo ?? [])] };
  const folder = path.resolve(options.out);
  return await withDatabase(session, options.db, { mustExist: true }, (context) =>
    onStorageLater(folder, async () => {
      mkdirSync(folder, { recursive: true });
      return await write(context, encryption, folder);
    }),
  );
}
