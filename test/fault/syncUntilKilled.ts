import { randomUUID } from 'node:crypto';
import { readFileSync, readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { openWorkspace } from '#backend/backend.ts';
import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import type { Content } from '#backend/files/content.ts';
import { runSync } from '#backend/usecases/sync/runSync.ts';

// Waits to be told "go", then fetches from a target and sends to it, as often as there is time.
const [databaseFile = '', contentFile = '', targetId = '', password = ''] = process.argv.slice(2);

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
const incoming = openIncomingFolder(path.dirname(databaseFile));
say('begins');
const wish = { targetId, pull: true, push: true };
const outcome = await runSync(context, wish, { incoming, password });
if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
if (!outcome.value.result.ok) throw new Error(JSON.stringify(outcome.value.result.errors));
say('finished');
