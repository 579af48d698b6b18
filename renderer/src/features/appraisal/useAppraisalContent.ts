import type { CallOutput, CriterionAppraisals, Profile } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useLoaded, type Loaded } from '../../lib/useCall.ts';
import { readOpenedAssessment, type OpenedAssessment } from '../../lib/useOpenedAssessment.ts';

/** All that the appraisal desk shows. */
export interface AppraisalContent {
  readonly opened: OpenedAssessment;
  readonly appraisals: CriterionAppraisals;
  /** Null before the first run is over. */
  readonly role: Profile['role'] | null;
  readonly missingFiles: ReadonlySet<string>;
}

export function useAppraisalContent(assessmentId: string): Loaded<AppraisalContent> {
  return useLoaded(`appraisal ${assessmentId}`, () => readContent(assessmentId));
}

async function readContent(assessmentId: string): Promise<Result<AppraisalContent>> {
  // Before the answers: what comes in between is then shown, and not taken for looked at.
  const appraisals = await call('appraisals.read', { assessmentId });
  const [opened, profile, usage] = await Promise.all([
    readOpenedAssessment(assessmentId),
    call('profile.read', {}),
    call('evidence.usage', { assessmentId }),
  ]);
  if (!opened.ok) return opened;
  if (!appraisals.ok) return appraisals;
  return succeed({
    opened: opened.value,
    appraisals: appraisals.value,
    role: profile.ok ? (profile.value.profile?.role ?? null) : null,
    missingFiles: usage.ok ? missingOf(usage.value) : new Set<string>(),
  });
}

function missingOf({ files }: CallOutput<'evidence.usage'>): ReadonlySet<string> {
  return new Set(files.filter(({ missing }) => missing).map(({ sha256 }) => sha256));
}
