import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DavServer } from './apacheServer.ts';
import { makeAuthority } from './certificates.ts';
import { startServer } from './serverProcess.ts';

const user = 'xa-hoa-vang';
const password = 'mat-khau-2';

/** `rclone serve webdav` over TLS: an implementation that shares nothing with Apache's. */
export async function startRclone(): Promise<DavServer> {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'thuoc-so-rclone-')));
  const folder = path.join(home, 'dav');
  mkdirSync(folder);
  const authority = makeAuthority(path.join(home, 'tls'));
  const { certificateFile, keyFile } = authority.issue();
  const server = await startServer((port) => ({
    program: 'rclone',
    args: ['serve', 'webdav', folder, '--addr', `127.0.0.1:${String(port)}`].concat(
      ['--config', path.join(home, 'rclone.conf'), '--cache-dir', path.join(home, 'cache')],
      ['--cert', certificateFile, '--key', keyFile, '--user', user, '--pass', password],
      // What is put into the folder behind its back is seen at once.
      ['--dir-cache-time', '0s', '--poll-interval', '0s'],
    ),
  }));
  return {
    url: `https://127.0.0.1:${String(server.port)}/`,
    caFile: authority.caFile,
    user,
    password,
    folder,
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
