import path from 'node:path';
import { verifyPackage, type VerifiedFile } from '#backend/usecases/verifyPackage.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { readUnlock, type SecretFiles } from '../readSecrets.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

export const addVerifyCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('verify')
    .description(translate('cli:aboutVerify'))
    .usage('<package> [--passphrase-file <file>] [--identity-file <file>]')
    .argument('<package>', translate('cli:argumentPackage'))
    .option('--passphrase-file <file>', translate('cli:optionPassphraseFile'))
    .option('--identity-file <file>', translate('cli:optionIdentityFile'))
    .action((file: string, options: SecretFiles) => run(verify(file, options)));
};

function verify(file: string, secrets: SecretFiles): CommandAction {
  return async ({ wording }) => {
    const unlock = await readUnlock(secrets);
    if (!unlock.ok) return unlock;
    const verified = await verifyPackage(path.resolve(file), unlock.value);
    if (!verified.ok) return verified;
    return succeed({
      document: verified.value,
      text: toText(verified.value, wording),
      messages: [wording.translate('cli:verified')],
    });
  };
}

function toText({ signer, sender, ...verified }: VerifiedFile, { translate }: Wording): string {
  const { subject } = verified;
  const rows = [
    [translate('cli:columnKind'), verified.kind],
    [translate('cli:columnSender'), `${sender.unit.name} (${sender.role})`],
    [translate('cli:columnSigner'), signer.words.join(' ')],
    [translate('cli:columnCreatedAt'), verified.createdAt],
    ...(subject
      ? [
          [translate('cli:columnUnit'), `${subject.unit.name} (${subject.unit.code})`],
          [translate('cli:columnPeriod'), subject.period],
          [translate('cli:columnSet'), `${subject.criteriaSet.id}@${subject.criteriaSet.version}`],
          [translate('cli:columnRevision'), String(subject.revision)],
          [translate('cli:columnShortCode'), verified.shortCode ?? ''],
        ]
      : []),
    [translate('cli:columnDigest'), verified.sha256],
  ];
  return toTextTable(rows);
}
