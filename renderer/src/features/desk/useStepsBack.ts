import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { AnswerEdit, CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import type { SaveQueue } from '../../lib/saveQueue.ts';
import { answersFromBackend, type DeskAnswers } from './answerEdits.ts';
import { clearDrafts } from './clearDrafts.ts';
import type { HeaderDesk } from './useHeaderQueue.ts';
import type { NoteWay, WayBack } from './useWayBack.ts';

type Direction = 'undo' | 'redo';

/** What the last step did, for the line that says so. */
export type StepNotice =
  | { readonly kind: 'done'; readonly direction: Direction; readonly criterionIds: readonly string[] }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

export interface StepsBack extends WayBack {
  readonly move: (direction: Direction) => void;
  readonly notice: StepNotice | null;
  /** Grows whenever answers were changed from elsewhere than their fields. */
  readonly round: number;
  /** Puts answers in place that the backend changed by itself. */
  readonly take: (changed: ChangedAnswers) => void;
}

export interface ChangedAnswers {
  readonly savedAt: string;
  readonly answers: CallOutput<'answers.record'>['answers'];
}

interface StepsBackInput {
  readonly assessmentId: string;
  readonly way: WayBack;
  readonly noteWay: NoteWay;
  readonly queue: SaveQueue<DeskAnswers, AnswerEdit>;
  readonly header: HeaderDesk;
  readonly goTo: (criterionId: string) => void;
}

/** Undo and redo over what is on disk: what is still unsaved is saved first, and then is the first step back. */
export function useStepsBack(input: StepsBackInput): StepsBack {
  const { assessmentId, way, noteWay, queue, header, goTo } = input;
  const [notice, setNotice] = useState<StepNotice | null>(null);
  const [round, setRound] = useState(0);
  const take = useCallback(
    ({ savedAt, answers }: ChangedAnswers): void => {
      for (const id of Object.keys(answers)) clearDrafts(`${assessmentId}/${id}`);
      queue.replace((before) => ({ ...before, ...answersFromBackend(answers) }), savedAt);
      setRound((before) => before + 1);
    },
    [assessmentId, queue],
  );
  const { saveNow, replace } = header;
  const move = useCallback(
    async (direction: Direction): Promise<void> => {
      await Promise.all([queue.flush(), saveNow()]);
      if (queue.status().kind !== 'saved') return;
      const done = noteWay(await call(`edits.${direction}`, { assessmentId }));
      if (!done.ok) return setNotice({ kind: 'failed', errors: done.errors });
      const { criterionIds, savedAt } = done.value;
      take(done.value);
      clearDrafts(`${assessmentId}/header`);
      replace(done.value.header, savedAt);
      setNotice({ kind: 'done', direction, criterionIds });
      const [first] = criterionIds;
      if (first !== undefined) goTo(first);
    },
    [assessmentId, queue, saveNow, replace, noteWay, take, goTo],
  );
  useStepKeys(way, (direction) => void move(direction));
  return useMemo(
    () => ({ ...way, move: (direction) => void move(direction), notice, round, take }),
    [way, move, notice, round, take],
  );
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z; inside a text field they belong to the field. */
function useStepKeys(way: WayBack, move: (direction: Direction) => void): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const direction = directionOf(event);
    if (direction === null || isTextField(event.target)) return;
    event.preventDefault();
    if (direction === 'undo' ? way.canUndo : way.canRedo) move(direction);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function directionOf(event: KeyboardEvent): Direction | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

const withoutText = ['radio', 'checkbox', 'button', 'submit', 'file'];

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !withoutText.includes(target.type);
}
