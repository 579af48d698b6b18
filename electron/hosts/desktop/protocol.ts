import type { CustomScheme, Protocol } from 'electron';
import type { BuiltScreens } from '../builtScreens.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { isOwnAddress, scheme } from './address.ts';

/** To be registered before the application is ready: pages get an origin and may use fetch and storage. */
export const screensScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Serves the built screens at `app://thuoc-so/` with the same headers as the browser host. */
export function serveScreens(protocol: Pick<Protocol, 'handle'>, screens: BuiltScreens): void {
  protocol.handle(scheme, (request) => answer(screens, request));
}

async function answer(screens: BuiltScreens, request: Request): Promise<Response> {
  const headers = new Headers(securityHeaders);
  const file = isOwnAddress(request.url) ? screens.get(new URL(request.url).pathname) : undefined;
  if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404, headers });
  headers.set('content-type', file.contentType);
  headers.set('cache-control', file.cacheControl);
  return new Response(new Uint8Array(await file.read()), { status: 200, headers });
}
