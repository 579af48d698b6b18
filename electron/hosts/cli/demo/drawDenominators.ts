import type { ConsistencyChecks } from '#shared/domain/selfCheck/consistencyChecks.ts';
import type { Dice } from './dice.ts';

/**
 * How many there are of what a criterion counts (bodies, files, people), drawn once for each unit. A figure that a
 * verifier would compare agrees with its like: those that count the same thing are equal, parts are below wholes.
 */
export function drawDenominators(
  checks: ConsistencyChecks | undefined,
  dice: Dice,
): (reference: string) => number {
  const drawn = new Map<string, number>();
  return (reference) => {
    const alike = checks?.sameFigure.find(({ figures }) => figures.includes(reference))?.figures ?? [
      reference,
    ];
    const name = alike.join(' ');
    const known = drawn.get(name);
    if (known !== undefined) return known;
    const isPart = checks?.notAbove.some(({ figure }) => alike.includes(figure)) ?? false;
    const isWhole = checks?.notAbove.some(({ bound }) => alike.includes(bound)) ?? false;
    const [low, high] = isPart ? (isWhole ? [200, 400] : [40, 90]) : isWhole ? [500, 2000] : [20, 400];
    const figure = dice.between(low, high);
    drawn.set(name, figure);
    return figure;
  };
}
