import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { usualDeadline } from '#shared/domain/chase/chaseUnit.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { SettingReader } from '../../db/settingTable.ts';
import type { UseCaseContext } from '../context.ts';

const nameOf = ({ code }: Period): string => `deadline ${code}`;

/** The last day for sending in a period: the one that was set here, else the usual one. */
export function readDeadline(reader: SettingReader, period: Period): CalendarDate {
  const own = reader.readSetting(nameOf(period));
  return typeof own === 'string' ? own : usualDeadline(period);
}

/**
 * Sets the last day for sending in a period. Errors: `period-malformed`, and those of the storage.
 * @param deadline an ISO day that exists; null goes back to the usual one
 */
export function saveDeadline(
  { store }: Pick<UseCaseContext, 'store'>,
  { period: code, deadline }: { readonly period: string; readonly deadline: CalendarDate | null },
): Result<Record<string, never>> {
  const period = parsePeriod(code);
  if (!period.ok) return period;
  return store.write((writer) => {
    writer.writeSetting(nameOf(period.value), deadline);
    return succeed({});
  });
}
