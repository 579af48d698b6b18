import type { Language } from '#shared/api/contract.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from '../context.ts';
import { describeScorecard, scorecardFileName } from '../createScorecard.ts';
import { scorePeriod, type PeriodQuestion } from './scorePeriod.ts';

/** Hears of a batch while it runs, and can end it between two cards. */
export interface BatchWatch {
  readonly onDone: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Takes one card as soon as it is printed; what it refuses ends the batch. */
export type TakeCard = (fileName: string, bytes: Uint8Array) => Promise<Result<unknown>>;

/** Enough to keep all cores busy; no more cards than these are held at once. */
const cardsAtOnce = 24;

/**
 * Prints the scorecards of all units of a period that sent one, on all cores, in the order of the units' codes. Returns how
 * many. Errors: those of `scorePeriod` and of `takeCard`, `batch-cancelled`; cards that were taken stay.
 */
export async function createScorecards(
  context: UseCaseContext,
  question: PeriodQuestion,
  language: Language,
  takeCard: TakeCard,
  { onDone, signal }: BatchWatch,
): Promise<Result<number>> {
  const scored = scorePeriod(context, question);
  if (!scored.ok) return scored;
  const cards = scored.value.units
    .flatMap(({ unit, assessment }) => (assessment ? [{ unit, id: assessment.record.id }] : []))
    .toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
  // Reading its fonts would slow down whoever prints nothing.
  const { renderScorecardPdfs } = await import('../../reports/renderScorecardPdfs.ts');
  let done = 0;
  for (let first = 0; first < cards.length; first += cardsAtOnce) {
    if (signal?.aborted) return failWith('batch-cancelled', { done, total: cards.length });
    const some = cards.slice(first, first + cardsAtOnce);
    const scorecards = collect(some.map(({ id }) => describeScorecard(context, id, language)));
    if (!scorecards.ok) return scorecards;
    const onRendered = () => onDone((done += 1), cards.length);
    const printed = await renderScorecardPdfs(scorecards.value, onRendered, signal);
    if (signal?.aborted) return failWith('batch-cancelled', { done, total: cards.length });
    for (const [index, bytes] of printed.entries()) {
      const unit = some[index]?.unit;
      const name = scorecardFileName(unit?.name ?? '', scored.value.period.code, 'pdf');
      const taken = await takeCard(`${unit?.code ?? ''}_${name}`, bytes);
      if (!taken.ok) return taken;
    }
  }
  return succeed(cards.length);
}
