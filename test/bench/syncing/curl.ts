import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DavServer } from '../../helpers/apacheServer.ts';

/** A file here, and the address that it has at the server. */
export interface Transfer {
  readonly file: string;
  readonly url: string;
}

/**
 * Moves files with one run of curl over one connection: the least that anybody could need. Answers with milliseconds.
 * @param folder for the list that curl reads
 */
export async function transferWithCurl(
  way: 'upload' | 'download',
  server: DavServer,
  transfers: readonly Transfer[],
  folder: string,
): Promise<number> {
  const list = path.join(folder, `curl-${way}.txt`);
  const option = way === 'upload' ? 'upload-file' : 'output';
  const parts = transfers.map(({ file, url }) =>
    [
      `url = "${url}"`,
      `${option} = "${file}"`,
      `user = "${server.user}:${server.password}"`,
      `cacert = "${server.caFile}"`,
      'http1.1',
      'silent',
      'show-error',
      'fail',
    ].join('\n'),
  );
  writeFileSync(list, `${parts.join('\nnext\n')}\n`);
  const startedAt = performance.now();
  await promisify(execFile)('curl', ['-K', list], { maxBuffer: 64 * 1024 * 1024 });
  return performance.now() - startedAt;
}
