import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { SigningKey } from '../../electron/backend/files/keys/signatures.ts';
import {
  manifestEntry,
  payloadEntry,
  signatureEntry,
  updateManifestSchema,
  type UpdateManifest,
} from '../../electron/hosts/desktop/updates/updateManifest.ts';

/** What a release says of its payload; size and digest are taken from the file. */
export type UpdateDraft = Omit<UpdateManifest, 'format' | 'version' | 'payload'>;

/** Writes a signed update file. Equal input gives equal bytes. Throws what the file system throws, and for a wrong draft. */
export async function writeUpdateFile(
  target: string,
  payloadFile: string,
  draft: UpdateDraft,
  key: SigningKey,
): Promise<UpdateManifest> {
  const manifest = updateManifestSchema.parse({
    format: 'thuoc-so-update',
    version: 1,
    ...draft,
    payload: { size: statSync(payloadFile).size, sha256: await digestFile(payloadFile) },
  });
  const manifestBytes = Buffer.from(JSON.stringify(manifest));
  const signature = Buffer.from(Buffer.from(key.sign(manifestBytes)).toString('base64'));
  const zip = new yazl.ZipFile();
  // A zip knows no time zone; the first moment that it can say.
  const options = { compress: false, mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
  zip.addBuffer(manifestBytes, manifestEntry, options);
  zip.addBuffer(signature, signatureEntry, options);
  zip.addFile(payloadFile, payloadEntry, { ...options, mode: 0o100644 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
  return manifest;
}

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
