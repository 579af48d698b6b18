import { digestOfLog } from '#backend/usecases/imports/digestOfLog.ts';
import type { SignatureEntry } from '#shared/format/package/newest.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import type { Attachment } from './makeAttachment.ts';
import type { Officer } from './demoPeople.ts';
import type { DemoSubject } from './demoSubjects.ts';
import type { WorkingCopy } from './workingCopy.ts';

/** One file that somebody sends, before it is written. */
export interface DemoFile {
  readonly subject: DemoSubject;
  readonly sender: Officer;
  /** Public keys of colleagues. */
  readonly introduces: readonly string[];
  readonly changes: readonly Change[];
  readonly signatures: readonly SignatureEntry[];
  readonly contentDigest: string;
  readonly isMasked: boolean;
  /** ISO instant. */
  readonly createdAt: string;
  readonly attachments: readonly Attachment[];
}

/** What a copy says, as a signature vouches for it. */
export function digestOfCopy({ version, period, digest }: DemoSubject, copy: WorkingCopy): string {
  const frame = { unitCode: version.unit.code, period: period.code, setDigest: digest };
  return digestOfLog(frame, copy.changes());
}
