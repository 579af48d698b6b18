import { unitInForce } from '#shared/domain/units/findUnits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PackageSender } from '#shared/format/package/newest.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { SettingReader } from '../../db/settingTable.ts';
import type { Content } from '../../files/content.ts';
import { dayInVietnam } from '../dayInVietnam.ts';
import { findProfile } from '../profile.ts';
import { unitOf } from '../readAssessment.ts';

/** In whose name this installation sends: that of its profile; before there is one, that of the assessment's unit. */
export function findSender(reader: SettingReader, record: AssessmentRecord): PackageSender {
  const profile = findProfile(reader);
  const { code, validFrom, name } = profile?.unit ?? unitOf(record);
  return { role: profile?.role ?? 'commune', unit: { code, validFrom, name } };
}

/**
 * In whose name this installation judges and gives receipts: that of its profile; before there is one, that of the
 * unit above the assessment's. Errors: `appraisal-not-yours` in a commune, `unit-unknown`.
 */
export function findAppraiser(
  reader: SettingReader,
  content: Content,
  { unitCode }: AssessmentRecord,
  now: Date,
): Result<PackageSender> {
  const profile = findProfile(reader);
  if (profile?.role === 'commune') return failWith('appraisal-not-yours');
  if (profile) {
    const { code, validFrom, name } = profile.unit;
    return succeed({ role: profile.role, unit: { code, validFrom, name } });
  }
  const day = dayInVietnam(now);
  const parent = unitInForce(content.unitLists, unitCode, day)?.unit.parent;
  const above = parent === undefined ? undefined : unitInForce(content.unitLists, parent, day);
  if (!above) return failWith('unit-unknown', { code: parent ?? unitCode });
  const { unit, list } = above;
  return succeed({
    role: 'aggregator',
    unit: { code: unit.code, validFrom: list.validFrom, name: unit.name },
  });
}
