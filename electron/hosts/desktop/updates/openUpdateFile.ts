import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { verifySignature } from '#backend/files/keys/signatures.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import {
  compareVersions,
  manifestEntry,
  payloadEntry,
  signatureEntry,
  updateFormatVersion,
  updateHeadSchema,
  updateLimits,
  updateManifestSchema,
  type UpdateKind,
  type UpdateManifest,
} from './updateManifest.ts';

/** What an update must fit. */
export interface UpdateFrame {
  readonly kind: UpdateKind;
  readonly arch: string;
  /** Of the running app. */
  readonly appVersion: string;
  /** Base64 of raw Ed25519 public keys, any of which may have signed. */
  readonly releaseKeys: readonly string[];
}

/**
 * Reads an update file in this order: ours, whole, signed by a release key, of a known format, for this kind of
 * installation, newer. Only then its payload is written to `target`, and checked on the way. Errors:
 * `update-not-ours`, `update-cut-off`, `update-signature-wrong`, `update-damaged`, `update-too-new`,
 * `update-other-platform`, `update-not-newer`; throws what the file system throws.
 * @param target where the payload goes, by its manifest; its folder must exist
 */
export async function openUpdateFile(
  file: string,
  frame: UpdateFrame,
  target: (manifest: UpdateManifest) => string,
): Promise<Result<UpdateManifest>> {
  if (!beginsLikeOurs(file)) return failWith('update-not-ours');
  const zip = await openZip(file);
  if (zip === null) return failWith('update-cut-off');
  try {
    const entries = await readEntries(zip);
    if (entries === null) return failWith('update-damaged');
    const [manifestAt, signatureAt, payloadAt] = entries;
    const manifestBytes = await readSmall(zip, manifestAt);
    const signature = Buffer.from((await readSmall(zip, signatureAt)).toString('latin1'), 'base64');
    const isSigned = frame.releaseKeys.some((key) => verifySignature(key, manifestBytes, signature));
    if (!isSigned) return failWith('update-signature-wrong');
    const manifest = readManifest(manifestBytes);
    if (!manifest.ok) return manifest;
    const fits = checkFits(manifest.value, frame);
    if (!fits.ok) return fits;
    if (payloadAt.uncompressedSize !== manifest.value.payload.size) return failWith('update-damaged');
    const sha256 = await writePayload(zip, payloadAt, target(manifest.value));
    return sha256 === manifest.value.payload.sha256 ? manifest : failWith('update-damaged');
  } catch (error) {
    // What the zip reader throws has no code; the system's failures do.
    if (!(error instanceof Error) || 'code' in error) throw error;
    return failWith('update-damaged');
  } finally {
    zip.close();
  }
}

/** A zip that begins with our first entry: a file cut off at the end still tells what it was. */
function beginsLikeOurs(file: string): boolean {
  const start = Buffer.alloc(30 + manifestEntry.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start.readUInt32LE(0) === 0x04034b50 && start.toString('latin1', 30) === manifestEntry;
}

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** Null where the list at the end of the file is missing or broken. */
async function openZip(file: string): Promise<ZipFile | null> {
  try {
    return await openFile(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    return null;
  }
}

/** The three entries; null where there are others, or they are not as they must be. */
async function readEntries(zip: ZipFile): Promise<readonly [Entry, Entry, Entry] | null> {
  if (zip.entryCount !== 3) return null;
  const entries: Entry[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.on('end', () => resolve());
      zip.on('error', reject);
      zip.readEntry();
    });
  } catch {
    return null;
  }
  const limits = [updateLimits.manifest, updateLimits.signature, updateLimits.payload];
  const isSound = [manifestEntry, signatureEntry, payloadEntry].every((name, index) => {
    const entry = entries[index];
    return (
      entry?.fileName === name &&
      entry.compressionMethod === 0 &&
      !entry.isEncrypted() &&
      entry.uncompressedSize <= (limits[index] ?? 0)
    );
  });
  const [manifest, signature, payload] = entries;
  return isSound && manifest && signature && payload ? [manifest, signature, payload] : null;
}

async function readSmall(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return await buffer(await openEntry(zip, entry));
}

function openEntry(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

function readManifest(bytes: Buffer): Result<UpdateManifest> {
  const parsed = parseJson(bytes);
  const head = updateHeadSchema.safeParse(parsed);
  if (!head.success) return failWith('update-damaged');
  if (head.data.version > updateFormatVersion) return failWith('update-too-new');
  const manifest = updateManifestSchema.safeParse(parsed);
  return manifest.success ? succeed(manifest.data) : failWith('update-damaged');
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function checkFits({ kind, arch, appVersion }: UpdateManifest, frame: UpdateFrame): Result<null> {
  if (kind !== frame.kind || arch !== frame.arch) {
    return failWith('update-other-platform', {
      found: `${kind} ${arch}`,
      wanted: `${frame.kind} ${frame.arch}`,
    });
  }
  if (compareVersions(appVersion, frame.appVersion) <= 0)
    return failWith('update-not-newer', { version: appVersion, present: frame.appVersion });
  return succeed(null);
}

/** Writes the payload durably; the SHA-256 of what was written. */
async function writePayload(zip: ZipFile, entry: Entry, target: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(target, 'w', 0o700);
  try {
    for await (const piece of await openEntry(zip, entry)) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
