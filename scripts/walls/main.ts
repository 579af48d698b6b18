import process from 'node:process';
import { root } from '../bootstrap.mjs';
import { findWallFaults } from './wallFaults.ts';

const report = await findWallFaults(root);
const faults = [...report.faults, ...report.unchecked.map((file) => `not checked: ${file}`)];
if (report.checked.length === 0) faults.push('no file was checked: is TypeScript 6 installed?');
for (const fault of faults) console.error(fault);
console.log(`${report.checked.length} files checked, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
