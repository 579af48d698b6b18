import path from 'node:path';
import type { ReadyFile } from '#backend/files/exportFolder.ts';
import { packageRoute } from '#shared/api/packageFiles.ts';
import { contentDisposition } from './contentDisposition.ts';
import { securityHeaders } from './securityHeaders.ts';

/** What a request below `/files/packages` asks for. */
export type PackageRequest =
  | { readonly kind: 'upload'; readonly importId: string; readonly name: string }
  | { readonly kind: 'download'; readonly downloadId: string };

/** Null where the path is not one of packages. `target` is path and query of a request, undecoded. */
export function readPackageRequest(target: string): PackageRequest | null {
  const [urlPath = '', query = ''] = target.split('?', 2);
  if (urlPath === packageRoute) {
    const asked = new URLSearchParams(query);
    return { kind: 'upload', importId: asked.get('import') ?? '', name: asked.get('name') ?? '' };
  }
  if (!urlPath.startsWith(`${packageRoute}/`)) return null;
  return { kind: 'download', downloadId: urlPath.slice(packageRoute.length + 1) };
}

const officeType = 'application/vnd.openxmlformats-officedocument';

/** Of reports; a package is bytes for us alone. */
const contentTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': `${officeType}.wordprocessingml.document`,
  '.xlsx': `${officeType}.spreadsheetml.sheet`,
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** An exported package or report is only ever saved, never shown. */
export function packageHeaders({ name, size }: ReadyFile): Readonly<Record<string, string>> {
  return {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': contentTypes[path.extname(name)] ?? 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': contentDisposition('attachment', name),
  };
}
