import type { HeldFile } from '#backend/files/evidenceStore.ts';
import { evidenceRoute } from '#shared/api/evidenceFiles.ts';
import { contentDisposition } from './contentDisposition.ts';
import { securityHeaders } from './securityHeaders.ts';

/** What a request below `/files/evidence` asks for. */
export type EvidenceRequest =
  | { readonly kind: 'upload'; readonly name: string }
  | { readonly kind: 'download'; readonly sha256: string; readonly name: string };

/** Null where the path is not one of evidence. `target` is path and query of a request, undecoded. */
export function readEvidenceRequest(target: string): EvidenceRequest | null {
  const [urlPath = '', query = ''] = target.split('?', 2);
  const name = new URLSearchParams(query).get('name');
  if (urlPath === evidenceRoute) return { kind: 'upload', name: name ?? '' };
  if (!urlPath.startsWith(`${evidenceRoute}/`)) return null;
  const sha256 = urlPath.slice(evidenceRoute.length + 1);
  return { kind: 'download', sha256, name: name ?? sha256 };
}

/**
 * How a file of evidence leaves: PDF and pictures to be shown in a frame of ours, sandboxed, so that nothing in
 * them runs or reaches the screens; everything else only to be saved. Its kind is that of its content, never of its
 * name. The content of an address never changes.
 */
export function evidenceHeaders(
  { inlineType, size }: HeldFile,
  name: string,
): Readonly<Record<string, string>> {
  return {
    ...securityHeaders,
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-type': inlineType ?? 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': contentDisposition(inlineType ? 'inline' : 'attachment', name),
  };
}
