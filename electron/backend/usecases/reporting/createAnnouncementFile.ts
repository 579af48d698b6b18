import path from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { writeDurably } from '../../files/writeDurably.ts';
import type { UseCaseContext } from '../context.ts';
import { exportToDownload } from '../exporting/exportToDownload.ts';
import { createAnnouncement } from './createAnnouncement.ts';
import { findOwnCode } from './createReportFile.ts';

/** Writes the announcement of a period to be downloaded. Errors: those of `createAnnouncement` and of the storage. */
export async function createAnnouncementFile(
  context: UseCaseContext,
  { period, setId, format, anonymous, language }: ParsedInput<'reports.announce'>,
): Promise<Result<CallOutput<'reports.announce'>>> {
  const parsed = parsePeriod(period);
  if (!parsed.ok) return parsed;
  const above = findOwnCode(context, parsed.value);
  if (!above.ok) return above;
  const question = { period, setId, above: above.value };
  const created = await createAnnouncement(context, question, { language, format, isAnonymous: anonymous });
  if (!created.ok) return created;
  const { name: fileName, bytes, units } = created.value;
  return await exportToDownload(context, async (folder) => {
    writeDurably(path.join(folder, fileName), bytes, 0o600);
    return await Promise.resolve(succeed({ fileName, size: bytes.byteLength, units }));
  });
}
