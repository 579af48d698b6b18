import process from 'node:process';
import { root, say } from '../bootstrap.mjs';
import { overBudget, readBundleBudget, weighBundle } from './bundleBudget.ts';

// A step of `npm test`: is any part of the built app heavier than scripts/packaging/bundle-budget.json allows?
const weights = weighBundle(root);
const faults = overBudget(weights, readBundleBudget());
say(JSON.stringify(weights));
if (faults.length > 0)
  say(...faults, 'Make it lighter, or raise bundle-budget.json and say why in the commit.');
process.exitCode = faults.length === 0 ? 0 : 1;
