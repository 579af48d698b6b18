import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import { documentName, manifestName, signatureName, tooLarge } from './entryNames.ts';

/** A file on the disk that goes into a package as it is. */
export interface AttachedFile {
  readonly sha256: string;
  readonly size: number;
  /** Where it lies. */
  readonly file: string;
}

/** What a package consists of, to the byte. */
export interface ZipContent {
  readonly manifest: Uint8Array;
  /** `manifest.sig` */
  readonly signature: Uint8Array;
  readonly document: Uint8Array;
  /** Each with its name in the package. */
  readonly attached: readonly (AttachedFile & { readonly path: string })[];
}

// The same for all files, so that equal content gives equal bytes; a zip cannot say "unknown".
const entryOptions = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;

/**
 * Writes a new file; what stands there after an error is worth nothing. Errors: `package-too-large`,
 * `package-too-many-entries`, `evidence-file-missing`; throws what the file system throws.
 */
export async function zipPackage(target: string, content: ZipContent): Promise<Result<null>> {
  const { manifest, signature, document, attached } = content;
  if (document.length > packageLimits.document) return tooLarge(packageLimits.document, documentName);
  if (attached.length + 3 > packageLimits.entries) {
    return failWith('package-too-many-entries', { limit: packageLimits.entries });
  }
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => {
    output.destroy(error instanceof AttachedFailure ? error : new AttachedFailure('', error));
  });
  zip.addBuffer(Buffer.from(manifest), manifestName, entryOptions);
  zip.addBuffer(Buffer.from(signature), signatureName, entryOptions);
  zip.addBuffer(Buffer.from(document), documentName, entryOptions);
  for (const { path: name, file, size } of attached) {
    zip.addReadStreamLazy(name, { ...entryOptions, compress: false, size }, (give) => {
      give(
        null,
        createReadStream(file).on('error', (error) => zip.emit('error', new AttachedFailure(file, error))),
      );
    });
  }
  zip.end();
  try {
    await pipeline(output, createWriteStream(target, { flags: 'wx' }));
    return succeed(null);
  } catch (error) {
    if (!(error instanceof AttachedFailure)) throw error;
    return failWith('evidence-file-missing', { path: path.basename(error.file) });
  }
}

/** Tells a file of evidence that cannot be read from a target that cannot be written. */
class AttachedFailure extends Error {
  readonly file: string;
  constructor(file: string, cause: Error) {
    super(cause.message, { cause });
    this.file = file;
  }
}
