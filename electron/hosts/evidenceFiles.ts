import type { HeldFile } from '#backend/files/evidenceStore.ts';
import { cleanFileName } from '#backend/files/cleanFileName.ts';
import { evidenceRoute } from '#shared/api/evidenceFiles.ts';
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
    'content-disposition': `${inlineType ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(savedName(name))}`,
  };
}

/** Endings that no system starts when somebody opens the saved file. */
const harmlessEndings =
  /\.(?:pdf|png|jpe?g|gif|webp|bmp|tiff?|heic|txt|csv|md|rtf|docx?|xlsx?|pptx?|odt|ods|odp|xml|json|zip|rar|7z|eml|msg|mp[34]|mov|avi|wav|m4a|p7[ms]|sig|thuocso)$/iu;

function savedName(given: string): string {
  const name = cleanFileName(given);
  return harmlessEndings.test(name) ? name : `${name}.bin`;
}

// https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1: encodeURIComponent leaves four signs that it does not allow.
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
