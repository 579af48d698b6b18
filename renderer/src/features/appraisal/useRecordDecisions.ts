import { useCallback, useState } from 'react';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import type { SaveStatus } from '../../lib/saveQueue.ts';
import type { GivenAppraisal } from './appraisalContext.ts';
import type { AppraisingStage } from './judgements.ts';

/** Records decisions and says how that went; what is shown afterwards is read from disk again. */
export function useRecordDecisions(assessmentId: string, stage: AppraisingStage, onSaved: () => void) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', savedAt: null });
  const [last, setLast] = useState<readonly GivenAppraisal[]>([]);
  const record = useCallback(
    async (given: readonly GivenAppraisal[]): Promise<readonly AppError[]> => {
      setLast(given);
      setStatus({ kind: 'saving' });
      const recorded = await call('appraisals.record', { assessmentId, stage, appraisals: [...given] });
      if (!recorded.ok) {
        setStatus({ kind: 'failed', errors: recorded.errors });
        return recorded.errors;
      }
      setStatus({ kind: 'saved', savedAt: recorded.value.savedAt });
      onSaved();
      return [];
    },
    [assessmentId, stage, onSaved],
  );
  const retry = useCallback(() => void record(last), [record, last]);
  return { status, record, retry };
}
