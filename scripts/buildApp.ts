import process from 'node:process';
import { root, say } from './bootstrap.mjs';
import { build } from './starting/build.ts';

const failure = build(root);
if (failure !== null) say(failure);
process.exitCode = failure === null ? 0 : 1;
