// `node scripts/run.mjs <script> [arguments]`: runs a script of this project under Node 24, installing it first if need be.
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled, root, runUnderNode24, say } from './bootstrap.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  say('Cách dùng: node scripts/run.mjs <tệp> [tham số]', 'Usage: node scripts/run.mjs <script> [arguments]');
  process.exit(2);
}
await ensureInstalled();
runUnderNode24([path.resolve(root, script), ...args]);
