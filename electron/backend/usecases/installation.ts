import type { CallOutput } from '#shared/api/contract.ts';
import { savedRecipient } from '#shared/api/schemas/packages.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { SettingReader } from '../db/settingTable.ts';
import { isRecipient } from '../files/keys/ageKeys.ts';
import { wordsOfKey } from '../files/keys/words.ts';
import type { UseCaseContext } from './context.ts';

type Installation = CallOutput<'installation.read'>;
type SavedRecipient = Installation['recipients'][number];

const recipientsSetting = 'recipients';

/** By which keys others know this installation. Errors: those of `openKeyring` and of the storage. */
export function readInstallation({ store, keys }: UseCaseContext): Result<Installation> {
  const keyring = keys();
  if (!keyring.ok) return keyring;
  const { publicKey, recipient } = keyring.value;
  return store.read((reader) =>
    succeed({
      words: wordsOfKey(publicKey),
      publicKey,
      recipient,
      recipients: findRecipients(reader),
    }),
  );
}

/**
 * Replaces the recipients that are offered at each export. Errors: `recipient-malformed` with the place in the list,
 * and those of the storage.
 */
export function saveRecipients(
  { store }: UseCaseContext,
  { recipients }: { readonly recipients: readonly SavedRecipient[] },
): Result<Record<string, never>> {
  const checked = collect(
    recipients.map(({ name, recipient }, place) => {
      const key = recipient.trim();
      return isRecipient(key)
        ? succeed({ name: name.normalize('NFC').trim(), recipient: key })
        : failWith('recipient-malformed', { recipient: key.slice(0, 80) }, `recipients.${String(place)}`);
    }),
  );
  if (!checked.ok) return checked;
  return store.write((writer) => {
    writer.writeSetting(recipientsSetting, checked.value);
    return succeed({});
  });
}

function findRecipients(reader: SettingReader): SavedRecipient[] {
  return savedRecipient.array().catch([]).parse(reader.readSetting(recipientsSetting));
}
