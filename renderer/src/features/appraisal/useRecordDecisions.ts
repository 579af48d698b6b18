import { useCallback, useState } from 'react';
import type { CriterionAppraisals } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import type { SaveStatus } from '../../lib/saveQueue.ts';
import type { GivenAppraisal } from './appraisalContext.ts';
import type { AppraisingStage } from './judgements.ts';

interface Looking {
  readonly assessmentId: string;
  readonly stage: AppraisingStage;
  /** Of the answers on the screen: another may have come in meanwhile, which nobody has looked at. */
  readonly answerDigests: CriterionAppraisals['answerDigests'];
}

/** Records decisions and says how that went; what is shown afterwards is read from disk again. */
export function useRecordDecisions({ assessmentId, stage, answerDigests }: Looking, onSaved: () => void) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', savedAt: null });
  const [last, setLast] = useState<readonly GivenAppraisal[]>([]);
  const send = useCallback(
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
  const record = useCallback(
    (given: readonly GivenAppraisal[]) =>
      send(given.map((one) => ({ ...one, answerDigest: answerDigests[one.criterionId] }))),
    [send, answerDigests],
  );
  const retry = useCallback(() => void send(last), [send, last]);
  return { status, record, retry };
}
