import { randomUUID } from 'node:crypto';
import { readFileSync, readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { publish } from '#backend/usecases/publishing/publish.ts';
import { readAddress } from '#backend/warehouse/address.ts';
import { withWarehouse } from '#backend/warehouse/openWarehouse.ts';

// Waits to be told "go", then publishes; says each transaction as soon as it is told of it.
const [databaseFile = '', contentFile = '', address = ''] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const content = JSON.parse(readFileSync(contentFile, 'utf8')) as Content;
const opened = openWorkspace({
  databaseFile,
  contentFolder: '',
  content,
  now: () => new Date(),
  newId: randomUUID,
  appVersion: '1.2.3',
});
if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
const place = readAddress(address, {});
if (!place.ok) throw new Error(JSON.stringify(place.errors));
flushCompileCache();
say('ready');
readSync(0, Buffer.alloc(16));
say('begins');
const published = await withWarehouse(place.value, (warehouse) =>
  publish(opened.value.context, warehouse, {
    allowRemoval: false,
    onProgress: (done) => say(`written ${String(done)}`),
  }),
);
if (!published.ok) throw new Error(JSON.stringify(published.errors));
opened.value.close();
say('finished');
