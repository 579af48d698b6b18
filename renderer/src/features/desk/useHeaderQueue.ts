import { useMemo, useState } from 'react';
import type { AssessmentHeader, HeaderField } from '#shared/domain/assessment/header.ts';
import { call } from '../../lib/backend.ts';
import { useSaveQueue, type SaveStatusSource } from '../../lib/useSaveQueue.ts';
import type { NoteWay } from './useWayBack.ts';
import type { DeskContent } from './useDeskContent.ts';

interface HeaderEdit {
  readonly field: HeaderField;
  readonly text: string;
}

/** The head of the form and its saving; lives with the desk, so that closing the form loses nothing. */
export interface HeaderDesk {
  readonly values: AssessmentHeader;
  readonly saving: SaveStatusSource;
  readonly change: (field: HeaderField, text: string) => void;
  readonly saveNow: () => Promise<void>;
  /** Grows whenever the head was changed from elsewhere than its fields. */
  readonly round: number;
  /** Puts in place what the backend says is stored. */
  readonly replace: (values: AssessmentHeader, savedAt: string) => void;
}

export function useHeaderQueue({ assessment, header, signing }: DeskContent, noteWay: NoteWay): HeaderDesk {
  const where = { place: `${assessment.id}/header`, isFrozen: signing.state === 'signed' };
  const { queue, current } = useSaveQueue<AssessmentHeader, HeaderEdit>(where, {
    initial: header,
    savedAt: null,
    apply: (values, { field, text }) => ({ ...values, [field]: text }),
    keyOf: ({ field }) => field,
    groupOf: ({ field }) => field,
    send: (edits, leaving) =>
      call(
        'header.record',
        {
          assessmentId: assessment.id,
          header: Object.fromEntries(edits.map(({ field, text }) => [field, text])),
        },
        { leaving },
      ).then(noteWay),
  });
  const [round, setRound] = useState(0);
  const actions = useMemo(
    () => ({
      saving: queue,
      change: (field: HeaderField, text: string) => queue.record({ field, text }, 'typing'),
      saveNow: () => queue.flush(),
      replace: (values: AssessmentHeader, savedAt: string) => {
        queue.replace(() => values, savedAt);
        setRound((before) => before + 1);
      },
    }),
    [queue],
  );
  return useMemo(() => ({ ...actions, values: current, round }), [actions, current, round]);
}
