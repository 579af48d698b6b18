import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from '../bootstrap.mjs';
import { findUnknownLicences, readShippedPackages, renderNotices } from './notices.ts';

// Writes THIRD-PARTY-NOTICES.md; with `--check` it only says whether the file is up to date.
const file = path.join(root, 'THIRD-PARTY-NOTICES.md');
const packages = readShippedPackages(root);
const notices = renderNotices(packages);
const faults = [...findUnknownLicences(packages)];
if (!process.argv.includes('--check')) writeFileSync(file, notices);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== notices) {
  faults.push('THIRD-PARTY-NOTICES.md is out of date: node scripts/run.mjs scripts/notices/main.ts');
}
for (const fault of faults) console.error(fault);
console.log(`${packages.length} packages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
