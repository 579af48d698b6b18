import type { Backend } from '#backend/backend.ts';
import { succeed } from '#shared/errors/result.ts';
import { packageHeaders, type PackageRequest } from '../packageFiles.ts';
import { handFileOut, takeFileIn } from './fileTransfer.ts';

/** Adds a file to an import or hands an exported one out, as the browser host does. */
export function answerPackage(
  backend: Pick<Backend, 'receivePackage' | 'findExport'>,
  asked: PackageRequest,
  request: Request,
): Promise<Response> {
  if (asked.kind === 'upload')
    return takeFileIn(request, (bytes) => backend.receivePackage(asked.importId, asked.name, bytes));
  return handFileOut(request, async () => {
    const found = await backend.findExport(asked.downloadId);
    return found.ok ? succeed({ file: found.value.file, headers: packageHeaders(found.value) }) : found;
  });
}
