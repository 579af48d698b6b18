import type { CustomScheme, Protocol } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { BuiltScreens } from '../builtScreens.ts';
import { readEvidenceRequest } from '../evidenceFiles.ts';
import { readPackageRequest } from '../packageFiles.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { isOwnAddress, scheme } from './address.ts';
import { answerEvidence } from './evidenceDoor.ts';
import { answerOpened } from './openedDoor.ts';
import type { OpenedFiles } from './openedFiles.ts';
import { answerPackage } from './packageDoor.ts';

/** To be registered before the application is ready: pages get an origin and may use fetch and storage. */
export const screensScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** What the screens reach beside the calls. */
export type FileBackend = Pick<Backend, 'storeEvidence' | 'findEvidence' | 'receivePackage' | 'findExport'>;

/** Serves the built screens, packages and the files of evidence at `app://thuoc-so/` with the same headers as the browser host. */
export function serveScreens(
  protocol: Pick<Protocol, 'handle'>,
  screens: BuiltScreens,
  backend: FileBackend,
  opened: OpenedFiles,
): void {
  protocol.handle(scheme, (request) => answer(screens, backend, opened, request));
}

async function answer(
  screens: BuiltScreens,
  backend: FileBackend,
  opened: OpenedFiles,
  request: Request,
): Promise<Response> {
  const headers = new Headers(securityHeaders);
  if (!isOwnAddress(request.url)) return new Response(null, { status: 404, headers });
  const { pathname, search } = new URL(request.url);
  const evidence = readEvidenceRequest(`${pathname}${search}`);
  if (evidence !== null) return answerEvidence(backend, evidence, request);
  const asked = readPackageRequest(`${pathname}${search}`);
  if (asked !== null) return answerPackage(backend, asked, request);
  const ofOpened = answerOpened(opened, pathname, request);
  if (ofOpened !== null) return await ofOpened;
  const file = screens.get(pathname);
  if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404, headers });
  headers.set('content-type', file.contentType);
  headers.set('cache-control', file.cacheControl);
  return new Response(new Uint8Array(await file.read()), { status: 200, headers });
}
