import { randomUUID } from 'node:crypto';
import { readFileSync, readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import { runSync } from '#backend/usecases/sync/runSync.ts';

// Waits to be told "go", then fetches from a target and sends to it what waits.
const [databaseFile = '', contentFile = '', targetId = ''] = process.argv.slice(2);

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
const incoming = openIncomingFolder(path.dirname(databaseFile));
say('begins');
const done = await runSync(opened.value.context, { targetId, pull: true, push: true }, { incoming });
if (!done.ok) throw new Error(JSON.stringify(done.errors));
say('finished');
