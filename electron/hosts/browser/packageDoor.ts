import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '#backend/backend.ts';
import { incomingLimitBytes } from '#backend/files/incomingFolder.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { packageHeaders, type PackageRequest } from '../packageFiles.ts';
import type { DoorAnswer, DoorOptions } from './door.ts';
import { handFileOut, takeFileIn } from './fileTransfer.ts';

interface PackageDoor extends DoorOptions {
  readonly backend: Pick<Backend, 'call' | 'receivePackage' | 'findExport'>;
}

const limit = {
  bytes: incomingLimitBytes,
  refusal: failWith('package-too-large', { limit: packageLimits.file / 1024 / 1024 }),
};

/** Adds a file to an import or hands an exported one out; answers as `answerEvidence` does. */
export function answerPackage(
  door: PackageDoor,
  asked: PackageRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DoorAnswer | null> {
  const { backend } = door;
  if (asked.kind === 'upload')
    return takeFileIn(door, request, limit, (bytes) =>
      backend.receivePackage(asked.importId, asked.name, bytes),
    );
  return handFileOut(door, request, response, async () => {
    const found = await backend.findExport(asked.downloadId);
    return found.ok ? succeed({ file: found.value.file, headers: packageHeaders(found.value) }) : found;
  });
}
