import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkspace } from '#backend/backend.ts';
import { listConflicts } from '#backend/usecases/conflicts/listConflicts.ts';
import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { checkFiles, importFiles } from '#backend/usecases/imports/importFiles.ts';
import { undoImport } from '#backend/usecases/imports/undoImport.ts';
import { openAssessment } from '#backend/usecases/openAssessment.ts';
import { productFolder } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { readCorpus } from './corpus.ts';
import { faultOfRefusal } from './judge.ts';
import type { Mutant } from './mutatePackage.ts';

/** An installation that spoilt packages are imported into and taken out of again. */
export interface TriedInstallation {
  /** What went wrong; undefined if nothing did. Throws what the product throws. */
  tryImport(mutant: Mutant): Promise<string | undefined>;
  close(): void;
}

/** Opens an installation that knows what the samples say. @param folder empty */
export async function openTriedInstallation(folder: string): Promise<TriedInstallation> {
  const { context, close } = valueOf(
    openWorkspace({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
  const file = { path: path.join(folder, 'mutant.thuocso'), name: 'mutant.thuocso' };
  for (const { bytes } of await readCorpus()) {
    writeFileSync(file.path, bytes);
    valueOf(await importFiles(context, [file]));
  }
  return {
    close,
    tryImport: async ({ bytes }) => {
      writeFileSync(file.path, bytes);
      return tryFile(context, file);
    },
  };
}

async function tryFile(
  context: UseCaseContext,
  file: { readonly path: string; readonly name: string },
): Promise<string | undefined> {
  const digest = () => valueOf(digestOfContent(context, { assessmentId: null })).digest;
  const before = digest();
  const checked = valueOf(await checkFiles(context, [file])).files;
  if (digest() !== before) return 'a dry run changed the content';
  const imported = valueOf(await importFiles(context, [file]));
  const verdicts = imported.files.map(({ verdict }) => verdict).join();
  if (verdicts !== checked.map(({ verdict }) => verdict).join()) return 'the dry run said something else';
  if (imported.files.every(({ verdict }) => verdict === 'refused') && digest() !== before) {
    return 'a refused file changed the content';
  }
  for (const { verdict, errors, assessmentId } of imported.files) {
    const fault = verdict === 'refused' ? faultOfRefusal({ ok: false, errors }) : undefined;
    const opened = assessmentId === null ? undefined : openAssessment(context, assessmentId);
    if (fault ?? (opened && faultOfRefusal(opened))) return fault ?? 'the assessment does not open';
  }
  valueOf(listConflicts(context, { assessmentId: null }));
  const undone = undoImport(context, imported.id);
  if (!undone.ok) return faultOfRefusal(undone);
  return digest() === before ? undefined : 'taking an import back left something behind';
}
