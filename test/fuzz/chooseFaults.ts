import type { RandomBelow } from '../fault/seededRandom.ts';
import type { ChooseFault, Fault } from '../helpers/faultProxy.ts';

const statuses = [423, 429, 500, 502, 503, 507];

/**
 * Chance decides for each request what goes wrong with it.
 * @param oneIn how rare faults are: 1 for every request, 4 for one in four
 * @param seen told about every fault
 */
export function chooseFaults(random: RandomBelow, oneIn: number, seen: (fault: Fault) => void): ChooseFault {
  const share = () => random(1000) / 1000;
  const makers: readonly (() => Fault)[] = [
    () => ({ kind: 'cut-before' }),
    () => ({ kind: 'cut-after' }),
    () => ({ kind: 'cut-request', share: share() }),
    () => ({ kind: 'cut-answer', share: share() }),
    () => ({ kind: 'truncate-request', share: share() }),
    () => ({ kind: 'truncate-answer', share: share() }),
    () => ({ kind: 'corrupt-request', share: share() }),
    () => ({ kind: 'corrupt-answer', share: share() }),
    () => ({ kind: 'status', status: statuses[random(statuses.length)] ?? 500, isDone: random(2) === 0 }),
    () => ({ kind: 'delay', milliseconds: 1 + random(5) }),
    () => ({ kind: 'late', milliseconds: 1 + random(20) }),
    () => ({ kind: 'repeat' }),
    // The client waits as long as it is told to, so that these are what a run is spent on.
    () => (random(4) === 0 ? { kind: 'stall' } : { kind: 'cut-after' }),
  ];
  return () => {
    if (random(oneIn) !== 0) return null;
    const fault = makers[random(makers.length)]?.() ?? null;
    if (fault) seen(fault);
    return fault;
  };
}
