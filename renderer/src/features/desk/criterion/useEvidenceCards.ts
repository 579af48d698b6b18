import { useState } from 'react';
import { namesDocument, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { Pace } from '../deskContext.ts';

/** A card on the screen; it may still be blank, while the answer holds only what says something. */
export interface EvidenceCardDraft {
  readonly key: number;
  readonly evidence: Evidence;
}

const blank: Evidence = { number: '', date: '', issuer: '', title: '', page: '' };

/** The cards of one criterion while it is on the screen. Blank ones are not recorded. */
export function useEvidenceCards(
  stored: readonly Evidence[],
  record: (evidence: Evidence[], pace: Pace) => void,
) {
  const [cards, setCards] = useState<readonly EvidenceCardDraft[]>(() =>
    stored.map((evidence, index) => ({ key: index, evidence })),
  );
  const apply = (next: readonly EvidenceCardDraft[], pace: Pace): void => {
    setCards(next);
    record(next.map((card) => card.evidence).filter(saysSomething), pace);
  };
  return {
    cards,
    add: () =>
      setCards([...cards, { key: Math.max(-1, ...cards.map((card) => card.key)) + 1, evidence: blank }]),
    change: (key: number, evidence: Evidence) =>
      apply(
        cards.map((card) => (card.key === key ? { key, evidence } : card)),
        'typing',
      ),
    remove: (key: number) =>
      apply(
        cards.filter((card) => card.key !== key),
        'choice',
      ),
  };
}

function saysSomething(evidence: Evidence): boolean {
  return (
    namesDocument(evidence) ||
    [evidence.date, evidence.issuer, evidence.page].some((text) => text.trim() !== '')
  );
}
