import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { updateEnding, updateKinds } from '../../electron/hosts/desktop/updates/updateManifest.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { root, say } from '../bootstrap.mjs';
import { makeReleaseKey, readReleaseKey } from './releaseKeyFiles.ts';
import { writeUpdateFile } from './writeUpdateFile.ts';

const { values } = parseArgs({
  options: {
    'make-key': { type: 'string' },
    key: { type: 'string' },
    in: { type: 'string' },
    kind: { type: 'string' },
    arch: { type: 'string', default: 'x64' },
    notes: { type: 'string' },
  },
});
const kind = updateKinds.find((known) => known === values.kind);
if (values['make-key'] !== undefined) {
  const key = makeReleaseKey(values['make-key'], path.join(root, 'resources', 'release-keys.json'));
  say(
    `Đã tạo khoá phát hành. Cất tệp ${values['make-key']} ở nơi an toàn, không đưa vào kho mã nguồn.`,
    `A release key was made. Keep ${values['make-key']} safe and out of the repository; its public half is ${key.publicKey}.`,
  );
} else if (values.key !== undefined && values.in !== undefined && kind !== undefined) {
  const target = path.join(path.dirname(values.in), `thuoc-so-${packageFile.version}-${kind}${updateEnding}`);
  const draft = {
    appVersion: packageFile.version,
    kind,
    arch: values.arch === 'arm64' ? ('arm64' as const) : ('x64' as const),
    madeAt: new Date().toISOString(),
    notes: values.notes === undefined ? '' : readFileSync(values.notes, 'utf8').trim(),
  };
  await writeUpdateFile(target, values.in, draft, readReleaseKey(values.key));
  say(target);
} else {
  say(
    'npm run sign-update -- --make-key <tệp khoá bí mật>',
    `npm run sign-update -- --key <tệp khoá> --in <bộ cài, zip hoặc AppImage> --kind ${updateKinds.join('|')} [--arch x64] [--notes <tệp>]`,
  );
  process.exitCode = 2;
}
