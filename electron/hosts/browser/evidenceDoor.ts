import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '#backend/backend.ts';
import { evidenceLimitBytes, evidenceLimitMegabytes } from '#shared/api/evidenceFiles.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { evidenceHeaders, type EvidenceRequest } from '../evidenceFiles.ts';
import type { DoorAnswer, DoorOptions } from './door.ts';
import { handFileOut, takeFileIn } from './fileTransfer.ts';

interface EvidenceDoor extends DoorOptions {
  readonly backend: Pick<Backend, 'call' | 'storeEvidence' | 'findEvidence'>;
}

const limit = {
  bytes: evidenceLimitBytes,
  refusal: failWith('file-too-large', { limit: evidenceLimitMegabytes }),
};

/**
 * Takes a file in or hands one out. A file that was found has been sent when this answers null; every other
 * outcome comes back as a result to be written.
 */
export function answerEvidence(
  door: EvidenceDoor,
  asked: EvidenceRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DoorAnswer | null> {
  const { backend } = door;
  if (asked.kind === 'upload')
    return takeFileIn(door, request, limit, (bytes) => backend.storeEvidence(asked.name, bytes));
  return handFileOut(door, request, response, async () => {
    const found = await backend.findEvidence(asked.sha256);
    if (!found.ok) return found;
    return succeed({ file: found.value.file, headers: evidenceHeaders(found.value, asked.name) });
  });
}
