import process from 'node:process';
import { runCommandLine, tellOutputFailure } from './runCommandLine.ts';

const args = process.argv.slice(2);
const tell = (text: string): unknown => process.stderr.write(text);

// `thuoc-so … | head` closes the pipe early; that is the reader's good right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : tellOutputFailure(error, args, tell));
});
// Nobody is left to be told.
process.stderr.on('error', () => process.exit());

// Not process.exit(): what was written to a pipe must still get through.
process.exitCode = await runCommandLine(args, { print: (text) => process.stdout.write(text), tell });
