import type { CallInput, Profile } from '#shared/api/contract.ts';
import { profile as profileSchema } from '#shared/api/schemas/assessments.ts';
import { unitInForce } from '#shared/domain/units/findUnits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { SettingReader } from '../db/settingTable.ts';
import type { UseCaseContext } from './context.ts';
import { dayInVietnam } from './dayInVietnam.ts';
import { decideHeader } from './decideHeader.ts';
import { toUnitSummary } from './findUnitsForPeriod.ts';

const profileSetting = 'profile';

/** Who works on this installation; null until the first run is over. */
export function readProfile(context: UseCaseContext): Result<{ readonly profile: Profile | null }> {
  return context.store.read((reader) => succeed({ profile: findProfile(reader) }));
}

/** The same, inside a transaction. */
export function findProfile(reader: SettingReader): Profile | null {
  // A profile in a shape that is no longer understood is asked for again.
  return profileSchema.nullable().catch(null).parse(reader.readSetting(profileSetting));
}

/** Who is said to have made an edit: the contact that the profile names; empty while nobody is named. */
export function findAuthor(reader: SettingReader): string {
  return findProfile(reader)?.header.contactName?.trim() ?? '';
}

/**
 * Keeps role, unit and head of the form for this installation. The unit is the one that carries the code today.
 * Errors: `unit-unknown`, `text-too-long`, and those of the storage.
 */
export function saveProfile(
  context: UseCaseContext,
  { role, unitCode, header }: CallInput<'profile.save'>,
): Result<Record<string, never>> {
  const edits = decideHeader(header);
  if (!edits.ok) return edits;
  const unit = unitInForce(context.content.unitLists, unitCode, dayInVietnam(context.now()));
  if (!unit) return failWith('unit-unknown', { code: unitCode.slice(0, 40) }, 'unitCode');
  const profile: Profile = {
    role,
    unit: toUnitSummary(unit),
    header: Object.fromEntries(
      edits.value.flatMap(({ field, value }) => (value === '' ? [] : [[field, value]])),
    ),
  };
  return context.store.write((writer) => {
    writer.writeSetting(profileSetting, profile);
    return succeed({});
  });
}
