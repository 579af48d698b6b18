import path from 'node:path';
import process from 'node:process';
import { handOver, nodeBinary, root, say } from './bootstrap.mjs';
import { build, isBuilt } from './starting/build.ts';
import { canShowWindow, findOrFetchElectron } from './starting/electronRuntime.ts';

const args = process.argv.slice(2);

if (!isBuilt(root)) {
  say('Đang dựng ứng dụng…', 'Building the app…');
  const failure = build(root);
  if (failure !== null) {
    say(
      failure,
      'Không dựng được ứng dụng; lý do ở trên.',
      'The app could not be built; the reason is above.',
    );
    process.exit(1);
  }
}

const electron = canShowWindow(process.platform, process.env)
  ? findOrFetchElectron(root, () => {
      say('Đang tải Electron (tối đa 20 giây)…', 'Fetching Electron (20 seconds at most)…');
    })
  : null;

if (electron === null) {
  handOver(nodeBinary, [path.join(root, 'electron', 'hosts', 'browser', 'main.ts'), '--open', ...args]);
} else {
  // Chromium refuses to start as root with its sandbox; nobody but a container's user is root.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  handOver(electron, [root, ...(isRoot ? ['--no-sandbox'] : []), ...args]);
}
