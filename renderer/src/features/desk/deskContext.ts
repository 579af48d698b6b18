import { createContext, useContext } from 'react';
import type { AnswerEdit, AssessmentSummary, Signing } from '#shared/api/contract.ts';
import type { ScoringFrame } from '#shared/domain/scoring/scoreAssessment.ts';
import type { DeskAnswers } from './answerEdits.ts';
import type { Pace } from '../../lib/pace.ts';
import type { SaveStatusSource } from '../../lib/useSaveQueue.ts';

/** What stays the same while an officer types: nothing that reads it is drawn again at a key stroke. */
export interface DeskFrame {
  readonly assessment: AssessmentSummary;
  readonly frame: ScoringFrame;
  readonly signing: Signing;
  /** Signed: everything is to be read and nothing to be changed. */
  readonly isFrozen: boolean;
  readonly record: (edit: AnswerEdit, pace: Pace) => void;
  /** Sends what is not saved yet of answers and head; resolves when no more can be done now. */
  readonly saveNow: () => Promise<void>;
  /** The answers with everything typed so far, for what is looked up on request. */
  readonly answersNow: () => DeskAnswers;
  readonly saving: SaveStatusSource;
  /** Of the form's head, whose own line is seen only while the head is open. */
  readonly savingOfHead: SaveStatusSource;
  readonly goTo: (criterionId: string) => void;
}

export const DeskFrameContext = createContext<DeskFrame | null>(null);

export function useDeskFrame(): DeskFrame {
  const frame = useContext(DeskFrameContext);
  if (frame === null) throw new Error('A part of the desk stands outside the desk');
  return frame;
}
