import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { unitInForce, type UnitVersion } from '#shared/domain/units/findUnits.ts';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { NewAssessment } from '../db/assessmentTable.ts';
import { findSet, type Content, type LoadedSet } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { parentNameOf } from './findUnitsForPeriod.ts';

/** What a new assessment is about, as somebody chose it. */
export interface AssessmentChoice {
  readonly unitCode: string;
  readonly period: string;
  readonly setId: string;
  readonly setVersion: string;
}

/**
 * Makes an empty assessment of the unit that carries the code on the period's last day. Errors:
 * `period-malformed`, `criteria-set-unknown`, `unit-unknown`, `unit-not-in-force`, `criteria-set-not-for-unit`,
 * `assessment-exists` (with its `id`), and those of the storage.
 */
export function createAssessment(
  context: UseCaseContext,
  choice: AssessmentChoice,
): Result<{ readonly id: string }> {
  const frame = decideFrame(context.content, choice);
  if (!frame.ok) return frame;
  return context.store.write((writer) => {
    const existing = writer.findSameAssessment(frame.value);
    if (existing) return failWith('assessment-exists', { id: existing.id });
    const id = context.newId();
    writer.insertAssessment({ ...frame.value, id, createdAt: context.now().toISOString() });
    return succeed({ id });
  });
}

type AssessmentFrame = Omit<NewAssessment, 'id' | 'createdAt'>;

function decideFrame(content: Content, choice: AssessmentChoice): Result<AssessmentFrame> {
  const period = parsePeriod(choice.period);
  const loadedSet = findSet(content, choice.setId, choice.setVersion);
  const unit = period.ok ? findUnitInForce(content, choice.unitCode, period.value) : period;
  if (period.ok && loadedSet.ok && unit.ok) return frameOf(unit.value, period.value, loadedSet.value);
  return fail([...(loadedSet.ok ? [] : loadedSet.errors), ...(unit.ok ? [] : unit.errors)]);
}

function frameOf(
  { unit, list }: UnitVersion,
  period: Period,
  { set, digest }: LoadedSet,
): Result<AssessmentFrame> {
  if (!set.appliesTo.some((kind) => kind === unit.kind)) {
    return failWith('criteria-set-not-for-unit', { set: set.id, unit: unit.name });
  }
  return succeed({
    unitCode: unit.code,
    unitValidFrom: list.validFrom,
    unitName: unit.name,
    unitKind: unit.kind,
    unitParentName: parentNameOf({ unit, list }),
    period: period.code,
    setId: set.id,
    setVersion: set.version,
    setDigest: digest,
  });
}

function findUnitInForce(content: Content, code: string, period: Period): Result<UnitVersion> {
  const found = unitInForce(content.unitLists, code, period.lastDay);
  if (found) return succeed(found);
  const isKnown = content.unitLists.some((list) => list.units.some((unit) => unit.code === code));
  return isKnown
    ? failWith('unit-not-in-force', { code, day: period.lastDay })
    : failWith('unit-unknown', { code: code.slice(0, 40) });
}
