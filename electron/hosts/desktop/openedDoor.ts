import { failWith, succeed } from '#shared/errors/result.ts';
import { openedFilesRoute } from '#shared/api/openedFiles.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { handFileOut } from './fileTransfer.ts';
import type { OpenedFiles } from './openedFiles.ts';

/** Says which files were opened outside, or hands one of them out; null where the path is about neither. */
export function answerOpened(
  opened: OpenedFiles,
  urlPath: string,
  request: Request,
): Promise<Response> | Response | null {
  const headers = { ...securityHeaders, 'cache-control': 'no-store' };
  if (urlPath === openedFilesRoute) {
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    return Response.json(opened.handOver(), { headers });
  }
  if (!urlPath.startsWith(`${openedFilesRoute}/`)) return null;
  return handFileOut(request, () => {
    const file = opened.find(urlPath);
    const type = { 'content-type': 'application/octet-stream' };
    return Promise.resolve(
      file === null
        ? failWith('file-not-found', { path: urlPath })
        : succeed({ file, headers: { ...headers, ...type } }),
    );
  });
}
