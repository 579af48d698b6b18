import { writeSync } from 'node:fs';
import { openEvidenceStore } from '#backend/files/evidenceStore.ts';

// Adds one file after another, then waits to be killed.
const [dataFolder = '', ...sources] = process.argv.slice(2);
const store = openEvidenceStore(dataFolder);
writeSync(1, 'begins\n');
for (const source of sources) {
  const added = await store.add(source);
  writeSync(
    1,
    `${added.ok ? `added ${JSON.stringify(added.value)}` : `refused ${added.errors[0]?.code ?? ''}`}\n`,
  );
}
setInterval(() => undefined, 1000);
