import { lazy, Suspense } from 'react';
import { useTour } from '../../lib/tour.ts';

const TourCard = lazy(() => import('./TourCard.tsx').then(({ TourCard: Card }) => ({ default: Card })));

/** The short tour while it is shown; nothing of it is read before. */
export function Tour() {
  const { state, end } = useTour();
  if (state === 'away') return null;
  return (
    <Suspense>
      <TourCard onEnd={end} />
    </Suspense>
  );
}
