import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '#backend/db/store.ts';
import { restoreBackup } from '#backend/usecases/backups.ts';

// Restores a backup and says each step; at the step named, if any, it ends itself as a power cut would.
const [databaseFile = '', backupName = '', deadlyStep = ''] = process.argv.slice(2);
const surroundings = { now: () => new Date(), newId: randomUUID };
const opened = openStore({ databaseFile, ...surroundings });
if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
writeSync(1, 'begins\n');
const restored = restoreBackup({ store: opened.value, ...surroundings }, backupName, (step) => {
  writeSync(1, `${step}\n`);
  if (step === deadlyStep) process.kill(process.pid, 'SIGKILL');
});
writeSync(
  1,
  restored.ok ? 'restored\n' : `refused ${restored.errors.map((error) => error.code).join(' ')}\n`,
);
setInterval(() => undefined, 1000);
