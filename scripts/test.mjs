// `npm test` and `npm run check`: installs what is missing, then runs every check under Node 24.
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled, root, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24([path.join(root, 'scripts', 'testSteps.ts'), ...process.argv.slice(2)]);
