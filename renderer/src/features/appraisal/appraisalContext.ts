import { createContext, useContext } from 'react';
import type { CallInput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import type { OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import type { AppraisingStage } from './judgements.ts';

export type GivenAppraisal = CallInput<'appraisals.record'>['appraisals'][number];

/** What every part of the appraisal desk needs. */
export interface AppraisalFrame {
  readonly opened: OpenedAssessment;
  readonly stage: AppraisingStage;
  /** A commune sees what was decided and decides nothing. */
  readonly canJudge: boolean;
  /** Digests of attached files that are not in the store. */
  readonly missingFiles: ReadonlySet<string>;
  /** Records all of them or none and gives what stood in the way; nothing once it is on disk. */
  readonly record: (given: readonly GivenAppraisal[]) => Promise<readonly AppError[]>;
  readonly goTo: (criterionId: string) => void;
}

export const AppraisalContext = createContext<AppraisalFrame | null>(null);

export function useAppraisalFrame(): AppraisalFrame {
  const frame = useContext(AppraisalContext);
  if (frame === null) throw new Error('A part of the appraisal desk stands outside it');
  return frame;
}
