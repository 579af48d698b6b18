import { setImmediate } from 'node:timers/promises';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { StoreReader } from '../../db/store.ts';
import type { AssessmentFacts } from '../../warehouse/rows.ts';
import { engineOf, type FigureContext } from '../dashboard/keepFigures.ts';
import { toFigureRecords } from '../dashboard/keptFigures.ts';
import { scoreRecord } from '../reporting/scoreRecord.ts';
import { factsOfUnit } from './factsOfAssessment.ts';
import type { GatheredGroup, GatheredUnit } from './gatherGroup.ts';

/**
 * The facts of some units, scored by the use case of reports and dashboard; figures and digests are kept for the next
 * time. After each unit other work has its turn. Errors: those of the storage.
 */
export async function makeFacts(
  context: FigureContext,
  gathered: GatheredGroup,
  units: readonly GatheredUnit[],
): Promise<Result<readonly AssessmentFacts[]>> {
  const before = context.store.writesBegun();
  const all: MadeFacts[] = [];
  for (const unit of units) {
    const made = context.store.read((reader) => succeed(makeOf(reader, context, gathered, unit)));
    if (!made.ok) return made;
    all.push(made.value);
    await setImmediate();
  }
  // Nobody has written in between, or what was made may no longer hold.
  if (context.store.writesBegun() === before) keepMade(context, gathered, all);
  return succeed(all.map(({ facts }) => facts));
}

type MadeFacts = ReturnType<typeof makeOf>;

function makeOf(
  reader: StoreReader,
  context: FigureContext,
  { group, loadedSet }: GatheredGroup,
  unit: GatheredUnit,
) {
  const reported =
    unit.kind === 'missing' ? unit.reported : scoreRecord(reader, context.content, unit.record);
  const number = unit.kind === 'missing' ? null : unit.record.number;
  return {
    number,
    figures: toFigureRecords(reported),
    facts: factsOfUnit(reader, group, loadedSet.set, reported),
  };
}

/** What cannot be kept, on a full disk, is computed again the next time. */
function keepMade(context: FigureContext, { engine }: GatheredGroup, all: readonly MadeFacts[]): void {
  context.store.write((writer) => {
    for (const { number, figures, facts } of all) {
      if (number === null) continue;
      writer.keepFigures(number, engineOf(context), figures);
      writer.keepFactDigest(number, engine, facts.digest);
    }
    return succeed(null);
  });
}
