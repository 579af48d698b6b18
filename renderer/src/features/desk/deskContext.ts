import { createContext, useContext } from 'react';
import type { AnswerEdit, AssessmentSummary } from '#shared/api/contract.ts';
import type { ScoringFrame, AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import type { SaveStatus } from '../../lib/saveQueue.ts';
import type { HeaderDesk } from './useHeaderQueue.ts';

/** How soon an edit is sent: typing waits for a pause, a choice does not. */
export type Pace = 'typing' | 'choice';

/** What stays the same while an officer types; a part that needs no more is not drawn again at every key stroke. */
export interface DeskFrame {
  readonly assessment: AssessmentSummary;
  readonly frame: ScoringFrame;
  readonly record: (edit: AnswerEdit, pace: Pace) => void;
  /** Sends what is not saved yet; resolves when no more can be done now. */
  readonly saveNow: () => Promise<void>;
  readonly goTo: (criterionId: string) => void;
}

/** What every part of the desk can see and do. */
export interface Desk extends DeskFrame {
  /** The same object as long as nothing in it changes. */
  readonly deskFrame: DeskFrame;
  readonly header: HeaderDesk;
  /** Live: follows every key stroke, before anything is saved. */
  readonly score: AssessmentScore;
  readonly current: CriterionScore;
  /** Place of the current criterion among those that apply, from 0. */
  readonly position: number;
  readonly status: SaveStatus;
  /** By steps among the criteria that apply; beyond the ends nothing happens. */
  readonly step: (by: 1 | -1) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export const DeskFrameContext = createContext<DeskFrame | null>(null);

export function useDeskFrame(): DeskFrame {
  const frame = useContext(DeskFrameContext);
  if (frame === null) throw new Error('A part of the desk stands outside the desk');
  return frame;
}

export function useDeskContext(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A part of the desk stands outside the desk');
  return desk;
}
