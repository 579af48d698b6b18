import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { root, say } from '../bootstrap.mjs';
import { build, isBuilt } from '../starting/build.ts';
import { overBudget, readBundleBudget, weighBundle } from './bundleBudget.ts';
import { answersOverNetwork, findElectronSource } from './electronSource.ts';
import { packageApp } from './packageApp.ts';

process.exitCode = await packageApp(process.argv.slice(2), {
  build: () => (isBuilt(root) ? null : build(root)),
  overBudget: () => overBudget(weighBundle(root), readBundleBudget()),
  findElectron: () => findElectronSource(root, process.env, answersOverNetwork),
  pack: (words) => {
    const tool = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
    const ran = spawnSync(process.execPath, [tool, '--config', 'electron-builder.yml', ...words], {
      cwd: root,
      stdio: 'inherit',
    });
    return ran.status ?? 1;
  },
  say,
});
