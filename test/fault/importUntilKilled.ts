import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { importFiles } from '#backend/usecases/imports/importFiles.ts';
import { undoImport } from '#backend/usecases/imports/undoImport.ts';

// Waits to be told "go", then imports a folder, or undoes the import named. Says which file it is done with as soon as
// the import has told it so.
const [databaseFile = '', contentFile = '', folder = '', undoId = ''] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const content = JSON.parse(readFileSync(contentFile, 'utf8')) as Content;
flushCompileCache();
say('ready');
readSync(0, Buffer.alloc(16));
const opened = openWorkspace({
  databaseFile,
  contentFolder: '',
  content,
  now: () => new Date(),
  newId: randomUUID,
  appVersion: '1.2.3',
});
if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
const { context } = opened.value;
say('begins');
if (undoId === '') {
  const files = readdirSync(folder)
    .toSorted()
    .map((name) => ({ path: path.join(folder, name), name }));
  const imported = await importFiles(context, files, {
    onFile: (_index, { name, verdict }) => say(`acknowledged ${name} ${verdict}`),
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors));
} else {
  const undone = undoImport(context, undoId);
  if (!undone.ok) throw new Error(JSON.stringify(undone.errors));
}
say('finished');
