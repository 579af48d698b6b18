import path from 'node:path';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import type { CallInput, CallOutput } from '#shared/api/contract.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { writeDurably } from '../../files/writeDurably.ts';
import type { UseCaseContext } from '../context.ts';
import { exportToDownload } from '../exporting/exportToDownload.ts';
import { findOwnScope } from '../unitScope.ts';
import { createReport, type CreatedReport } from './createReport.ts';
import { zipEntryOptions } from './zipEntryOptions.ts';

type Wish = CallInput<'reports.create'>;

/**
 * Writes the report of a period as one file to be downloaded; the tables of a CSV report travel in one zip. Errors:
 * those of `createReport` and of the storage.
 */
export async function createReportFile(
  context: UseCaseContext,
  { period, setId, basis, earlier, format, masked, language }: Wish,
): Promise<Result<CallOutput<'reports.create'>>> {
  const parsed = parsePeriod(period);
  if (!parsed.ok) return parsed;
  const above = findOwnCode(context, parsed.value);
  if (!above.ok) return above;
  const created = await createReport(
    context,
    { period, setId, above: above.value },
    { language, basis, earlier, isMasked: masked, format, csvDialect: 'excel' },
  );
  if (!created.ok) return created;
  const file = await toOneFile(
    created.value,
    `tong-hop_${setId}_${parsed.value.code.replace('/', '_')}_csv.zip`,
  );
  if (!file) return failWith('export-gone');
  const { name: fileName, bytes } = file;
  const written = await exportToDownload(context, async (folder) => {
    writeDurably(path.join(folder, fileName), bytes, 0o600);
    return await Promise.resolve(succeed({ fileName, size: bytes.byteLength, units: created.value.units }));
  });
  return written;
}

/** Code of the unit that reports about those below it; undefined where nobody stands above anybody. */
export function findOwnCode(
  { store, content }: Pick<UseCaseContext, 'store' | 'content'>,
  period: Period,
): Result<string | undefined> {
  return store.read((reader) => succeed(findOwnScope(reader, content, period)?.unit.code));
}

async function toOneFile(
  { files }: CreatedReport,
  zipName: string,
): Promise<CreatedReport['files'][number] | undefined> {
  if (files.length < 2) return files[0];
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name, zipEntryOptions);
  zip.end();
  return { name: zipName, bytes: await buffer(zip.outputStream) };
}
