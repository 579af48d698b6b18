import { forgetCards } from './criterion/useEvidenceCards.ts';
import { useTypedTexts } from '../../lib/typedTexts.ts';

/** Drops what is kept for the fields in and below a place (an assessment, a criterion): its content came from elsewhere. */
export function clearDrafts(place: string): void {
  useTypedTexts.getState().forgetBelow(place);
  forgetCards(place);
}
