import { startTransition, useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { StoredEvidence } from '#shared/api/evidenceFiles.ts';
import { namesDocument, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { Pace } from '../../../lib/pace.ts';
import { hasFaultyText, useTypedTexts } from '../../../lib/typedTexts.ts';

/** A card on the screen; it may still be blank, while the answer holds only what says something. */
export interface EvidenceCardDraft {
  readonly key: number;
  readonly evidence: Evidence;
}

type Cards = readonly EvidenceCardDraft[];

/** Cards by criterion; they outlive the criterion's stay on the screen while something in them is not saved. */
const useCardDrafts = create<{ readonly byPlace: Readonly<Record<string, Cards>> }>(() => ({ byPlace: {} }));

export const blankEvidence: Evidence = { number: '', date: '', issuer: '', title: '', page: '' };

/** New texts of a card, or its file; `undefined` takes the file away. */
type EvidenceChange = Partial<Omit<Evidence, 'file'>> & { readonly file?: Evidence['file'] | undefined };

export interface EvidenceCardActions {
  readonly add: (evidence?: Evidence) => void;
  readonly change: (key: number, part: EvidenceChange, pace: Pace) => void;
  /** Puts a file on a card, or on one of its own where another file has come first or the card is gone. */
  readonly attach: (key: number, file: StoredEvidence) => void;
  readonly remove: (key: number) => void;
  /** Keeps the cards as they are until the work is done, wherever the officer has gone meanwhile. */
  readonly keepDuring: (work: Promise<unknown>) => void;
}

/** To and from the answer that the cards belong to. */
interface AnswerWays {
  readonly record: (evidence: Evidence[], pace: Pace) => void;
  /** What the answer holds at this moment. */
  readonly evidenceNow: () => readonly Evidence[];
}

/** The cards of one criterion. Blank ones are not recorded. The actions stay the same, the cards follow typing when there is time. */
export function useEvidenceCards(
  place: string,
  stored: readonly Evidence[],
  ways: AnswerWays,
): { readonly cards: Cards; readonly actions: EvidenceCardActions } {
  const [cards, setCards] = useState<Cards>(() => useCardDrafts.getState().byPlace[place] ?? cardsOf(stored));
  useEffect(() => {
    const release = holdCards(place);
    // A file may have arrived since.
    const kept = useCardDrafts.getState().byPlace[place];
    if (kept) setCards(kept);
    else keepCards(place, cards);
    const stop = useCardDrafts.subscribe(({ byPlace }) => {
      const next = byPlace[place];
      if (next) startTransition(() => setCards(next));
    });
    return () => {
      stop();
      release();
    };
    // Only the first cards are put into the store; later ones come from there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place]);
  const actions = useMemo(() => actionsOn(place, ways), [place, ways]);
  return { cards, actions };
}

function actionsOn(place: string, { record, evidenceNow }: AnswerWays): EvidenceCardActions {
  // A file that arrives late must find the documents that stand, also where their cards are gone.
  const present = (): Cards => useCardDrafts.getState().byPlace[place] ?? cardsOf(evidenceNow());
  const apply = (next: Cards, pace: Pace): void => {
    keepCards(place, next);
    record(next.map((card) => card.evidence).filter(saysSomething), pace);
  };
  const add = (evidence = blankEvidence): void => {
    const cards = present();
    const next = [...cards, { key: Math.max(-1, ...cards.map((card) => card.key)) + 1, evidence }];
    if (saysSomething(evidence)) apply(next, 'choice');
    else keepCards(place, next);
  };
  const change = (key: number, part: EvidenceChange, pace: Pace): void =>
    apply(
      present().map((card) => (card.key === key ? { key, evidence: changed(card.evidence, part) } : card)),
      pace,
    );
  return {
    add,
    change,
    attach: (key, file) => {
      const isFree = present().some((card) => card.key === key && card.evidence.file === undefined);
      if (isFree) change(key, { file }, 'choice');
      else add({ ...blankEvidence, file });
    },
    remove: (key) => {
      useTypedTexts.getState().forgetBelow(`${place}/${String(key)}`);
      apply(
        present().filter((card) => card.key !== key),
        'choice',
      );
    },
    keepDuring: (work) => void work.finally(holdCards(place)),
  };
}

/** How many need the cards of a place: the screen that shows them, and files on their way to them. */
const holders = new Map<string, number>();

/** Keeps the cards of a place until the function given back is called. */
function holdCards(place: string): () => void {
  holders.set(place, (holders.get(place) ?? 0) + 1);
  return () => {
    const others = (holders.get(place) ?? 1) - 1;
    if (others > 0) return void holders.set(place, others);
    holders.delete(place);
    forgetSavedCards(place);
  };
}

/** Drops the drafts below a place (an assessment, a criterion), because its answers were changed from elsewhere. */
export function forgetCards(place: string): void {
  useCardDrafts.setState(({ byPlace }) => ({
    byPlace: Object.fromEntries(Object.entries(byPlace).filter(([key]) => !key.startsWith(`${place}/`))),
  }));
}

function changed(evidence: Evidence, part: EvidenceChange): Evidence {
  const { file, ...texts } = { ...evidence, ...part };
  return file === undefined ? texts : { ...texts, file };
}

function keepCards(place: string, cards: Cards): void {
  useCardDrafts.setState(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: cards } }));
}

function forgetSavedCards(place: string): void {
  if (hasFaultyText(useTypedTexts.getState().byPlace, place)) return;
  useCardDrafts.setState(({ byPlace }) => ({
    byPlace: Object.fromEntries(Object.entries(byPlace).filter(([key]) => key !== place)),
  }));
}

function cardsOf(stored: readonly Evidence[]): Cards {
  return stored.map((evidence, index) => ({ key: index, evidence }));
}

function saysSomething(evidence: Evidence): boolean {
  return (
    namesDocument(evidence) ||
    [evidence.date, evidence.issuer, evidence.page].some((text) => text.trim() !== '')
  );
}
