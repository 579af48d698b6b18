import type { Backend } from '#backend/backend.ts';
import { succeed } from '#shared/errors/result.ts';
import { evidenceHeaders, type EvidenceRequest } from '../evidenceFiles.ts';
import { handFileOut, takeFileIn } from './fileTransfer.ts';

/** Takes a file in or hands one out, as the browser host does. */
export function answerEvidence(
  backend: Pick<Backend, 'storeEvidence' | 'findEvidence'>,
  asked: EvidenceRequest,
  request: Request,
): Promise<Response> {
  if (asked.kind === 'upload')
    return takeFileIn(request, (bytes) => backend.storeEvidence(asked.name, bytes));
  return handFileOut(request, async () => {
    const found = await backend.findEvidence(asked.sha256);
    if (!found.ok) return found;
    return succeed({ file: found.value.file, headers: evidenceHeaders(found.value, asked.name) });
  });
}
