import type { BuiltScreens } from '../builtScreens.ts';

/** A file's answer; `body` is null for a HEAD request. */
export interface FileAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const plainText = 'text/plain; charset=utf-8';

/** Answers a request for a built screen file. `urlPath` is the undecoded path of the request without its query. */
export async function answerFile(
  screens: BuiltScreens,
  method: string,
  urlPath: string,
): Promise<FileAnswer> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, headers: { allow: 'GET, HEAD', 'content-type': plainText }, body: null };
  }
  const file = screens.get(urlPath);
  if (file === undefined) {
    return { status: 404, headers: { 'cache-control': 'no-store', 'content-type': plainText }, body: null };
  }
  const body = await file.read();
  const headers = {
    'cache-control': file.cacheControl,
    'content-type': file.contentType,
    'content-length': String(body.length),
  };
  return { status: 200, headers, body: method === 'HEAD' ? null : body };
}
