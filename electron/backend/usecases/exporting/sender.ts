import type { PackageSender } from '#shared/format/package/newest.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { SettingReader } from '../../db/settingTable.ts';
import { findProfile } from '../profile.ts';
import { unitOf } from '../readAssessment.ts';

/** In whose name this installation sends: that of its profile; before there is one, that of the assessment's unit. */
export function findSender(reader: SettingReader, record: AssessmentRecord): PackageSender {
  const profile = findProfile(reader);
  const { code, validFrom, name } = profile?.unit ?? unitOf(record);
  return { role: profile?.role ?? 'commune', unit: { code, validFrom, name } };
}
