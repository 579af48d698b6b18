import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkspace } from '../../../electron/backend/backend.ts';
import { importFiles } from '../../../electron/backend/usecases/imports/importFiles.ts';
import { productFolder, readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { openFloor, type Importer } from './floor.ts';
import { profileStages } from './profileStages.ts';

/** What one run prints. */
export interface ImportRunFigures {
  readonly milliseconds: number;
  /** Of all threads. */
  readonly processorMilliseconds: number;
  /** The most memory that the process ever held. */
  readonly peakMegabytes: number;
  readonly stages: Readonly<Record<string, number>> | null;
}

// One measured run in a process of its own, so that its memory is nobody else's:
// `node importRun.ts <import|floor|stages> <folder of packages> <how many>`. One line of JSON on stdout.
const [kind = '', folder = '', count = ''] = process.argv.slice(2);

/**
 * Packages with which the compiler gets to know the code, of import and floor alike; they go into another database. The
 * thread that reads ahead is started by them too, as in the app by the dry run.
 */
const warmUp = 200;

const data = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-import-'));
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.thuocso'))
  .toSorted()
  .map((name) => path.join(folder, name));
const files = all.slice(0, Number(count));
if (files.length < Number(count)) throw new Error(`There are only ${String(files.length)} packages`);
// A running app has read it long ago.
const content = readContent();
const open = (name: string) => (kind === 'floor' ? openFloor(databaseIn(name)) : openApp(databaseIn(name)));
try {
  await run(open('warm-up'), all.slice(-warmUp));
  // Opening the store is not part of an import, closing it is: only then everything is in the database itself.
  const measured = open('measured');
  const startedAt = performance.now();
  const processorBefore = process.cpuUsage();
  const stages = kind === 'stages' ? await profileStages(() => run(measured, files)) : null;
  if (kind !== 'stages') await run(measured, files);
  const milliseconds = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(processorBefore);
  const processorMilliseconds = (user + system) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const figures: ImportRunFigures = { milliseconds, processorMilliseconds, peakMegabytes, stages };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  rmSync(data, { recursive: true });
}

function databaseIn(name: string): string {
  mkdirSync(path.join(data, name));
  return path.join(data, name, 'thuoc-so.sqlite');
}

async function run({ take, close }: Importer, some: readonly string[]): Promise<void> {
  await take(some);
  close();
}

function openApp(databaseFile: string): Importer {
  const workspace = valueOf(
    openWorkspace({
      databaseFile,
      contentFolder: path.join(productFolder, 'criteria'),
      content,
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
  valueOf(workspace.context.keys());
  return {
    take: async (some) => {
      const sources = some.map((file) => ({ path: file, name: path.basename(file) }));
      const { files: taken } = valueOf(await importFiles(workspace.context, sources));
      const refused = taken.find(({ verdict }) => verdict === 'refused');
      if (refused) throw new Error(`${refused.name} was refused: ${refused.errors[0]?.code ?? ''}`);
    },
    close: () => workspace.close(),
  };
}
