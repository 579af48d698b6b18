import { startTransition, useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
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
  readonly remove: (key: number) => void;
}

/** The cards of one criterion. Blank ones are not recorded. The actions stay the same, the cards follow typing when there is time. */
export function useEvidenceCards(
  place: string,
  stored: readonly Evidence[],
  record: (evidence: Evidence[], pace: Pace) => void,
): { readonly cards: Cards; readonly actions: EvidenceCardActions } {
  const [cards, setCards] = useState<Cards>(() => useCardDrafts.getState().byPlace[place] ?? cardsOf(stored));
  useEffect(() => {
    keepCards(place, cards);
    const stop = useCardDrafts.subscribe(({ byPlace }) => {
      const next = byPlace[place];
      if (next) startTransition(() => setCards(next));
    });
    return () => {
      stop();
      forgetSavedCards(place);
    };
    // Only the first cards are put into the store; later ones come from there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place]);
  const actions = useMemo(() => actionsOn(place, record), [place, record]);
  return { cards, actions };
}

function actionsOn(place: string, record: (evidence: Evidence[], pace: Pace) => void): EvidenceCardActions {
  const present = (): Cards => useCardDrafts.getState().byPlace[place] ?? [];
  const apply = (next: Cards, pace: Pace): void => {
    keepCards(place, next);
    record(next.map((card) => card.evidence).filter(saysSomething), pace);
  };
  return {
    add: (evidence = blankEvidence) => {
      const cards = present();
      const next = [...cards, { key: Math.max(-1, ...cards.map((card) => card.key)) + 1, evidence }];
      if (saysSomething(evidence)) apply(next, 'choice');
      else keepCards(place, next);
    },
    change: (key, part, pace) =>
      apply(
        present().map((card) => (card.key === key ? { key, evidence: changed(card.evidence, part) } : card)),
        pace,
      ),
    remove: (key) => {
      useTypedTexts.getState().forgetBelow(`${place}/${String(key)}`);
      apply(
        present().filter((card) => card.key !== key),
        'choice',
      );
    },
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
