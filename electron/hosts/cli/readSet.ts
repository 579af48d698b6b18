import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findSet, type Content } from '#backend/files/content.ts';
import { createAuthoringTranslate } from '#backend/reports/authoringWords.ts';
import {
  readSetFolder,
  readSetWorkbook,
  type WrittenSet,
} from '#backend/usecases/authoring/readSetSource.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { SetFault } from '#shared/format/authoring/authoringFault.ts';
import { describeSetFault } from '#shared/report/describeSetFault.ts';
import { readBinaryFile } from './readBinaryFile.ts';
import type { CommandOutput, Session } from './session.ts';

/** Far above any workbook of criteria. */
const workbookLimit = 10 * 1024 * 1024;

/**
 * A set out of a workbook or of a folder, with its faults. Errors: `file-not-found`, `file-too-large`, and those of
 * `readSetWorkbook` and `readSetFolder`.
 */
export async function readSetSource(content: Content, source: string): Promise<Result<WrittenSet>> {
  if (await isFolder(source)) return readSetFolder(content, path.resolve(source));
  const bytes = await readBinaryFile(source, workbookLimit);
  return bytes.ok ? await readSetWorkbook(content, bytes.value) : bytes;
}

/** The same, or a set that is at hand, by `<id>[@version]`. Errors: `criteria-set-unknown` besides. */
export async function readSetOrSource(content: Content, named: string): Promise<Result<WrittenSet>> {
  const isSource = named.toLowerCase().endsWith('.xlsx') || (await isFolder(named));
  if (isSource) return await readSetSource(content, named);
  const [id = '', version] = named.split('@');
  const found = findSet(content, id, version);
  return found.ok ? succeed({ set: found.value.set, maps: found.value.maps, faults: [] }) : found;
}

/** Says what is wrong with a set, and that nothing was done. */
export function refuseSet(faults: readonly SetFault[], { language }: Session): Result<CommandOutput> {
  const translate = createAuthoringTranslate(language);
  const told = faults.map((fault) => ({ ...fault, message: describeSetFault(fault, translate) }));
  return succeed({
    document: { ok: false, faults: told },
    text: '',
    messages: told.map(({ place, code, message }) => `${place}: ${message} [${code}]`),
    isRefused: true,
  });
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}
