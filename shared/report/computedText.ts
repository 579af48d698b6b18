import type { ComputedFigure } from '../domain/ranking/computedFigures.ts';
import type { Translate } from './translate.ts';

/** How a figure was counted from the units below, in sentences for its explanation: confirmed figures and declared ones apart. */
export function computedText({ threshold, units }: ComputedFigure, translate: Translate): string {
  const reached = units.filter((unit) => unit.reached);
  const count = (basis: string): number => reached.filter((unit) => unit.basis === basis).length;
  const missing = units.filter(({ basis }) => basis === null).length;
  const sentences = [
    translate('report:computedSum', {
      reached: reached.length,
      units: units.length,
      at: translate(threshold.measure === 'points' ? 'report:computedPoints' : 'report:computedCriteria', {
        at: threshold.at,
      }),
    }),
    translate('report:computedBases', {
      final: count('final'),
      appraised: count('appraised'),
      claimed: count('claimed'),
    }),
    ...(missing > 0 ? [translate('report:computedMissing', { missing })] : []),
  ];
  return sentences.join(' ');
}
