import process from 'node:process';
import { runCommandLine } from './runCommandLine.ts';

// `thuoc-so … | head` closes the pipe early; that is the reader's good right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// Not process.exit(): what was written to a pipe must still get through.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
});
