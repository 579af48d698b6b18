// `npm start` and `npm run demo`: installs what is missing, then builds and opens the app under Node 24.
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled, root, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24([path.join(root, 'scripts', 'startApp.ts'), ...process.argv.slice(2)]);
