import type { Profile } from '#shared/api/contract.ts';
import { namedByCalendar, parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { unitInForce, type UnitVersion } from '#shared/domain/units/findUnits.ts';
import { unitsByCode } from '#shared/domain/units/unitsByCode.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { NewAssessment } from '../db/assessmentTable.ts';
import { findSet, type Content, type LoadedSet } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { findNamedAssessment } from './editableAssessment.ts';
import { parentNameOf } from './findUnitsForPeriod.ts';
import { findAuthor, findProfile } from './profile.ts';
import { recordCells, type CellEdit } from './recordStep.ts';
import { suggestFromEarlier, type SuggestionFrame } from './suggestFromEarlier.ts';

/** What a new assessment is about, as somebody chose it. */
export interface AssessmentChoice {
  readonly unitCode: string;
  /** Of the unit that somebody saw and chose; left out where only the code was named. */
  readonly unitValidFrom?: string | null | undefined;
  readonly period: string;
  readonly setId: string;
  readonly setVersion: string;
  /** Offers what earlier assessments of the unit, or of the units it was formed from, answered. */
  readonly startFromPrevious?: boolean | undefined;
}

/**
 * Makes an assessment without answers of the unit that carries the code on the period's last day; its head comes
 * from the profile where that is of the same unit. Errors:
 * `period-malformed`, `criteria-set-unknown`, `unit-unknown`, `unit-not-in-force`, `unit-code-of-another`,
 * `criteria-set-not-for-unit`, `assessment-exists` (with its `id`), and those of the storage.
 */
export function createAssessment(
  context: UseCaseContext,
  choice: AssessmentChoice,
): Result<{ readonly id: string }> {
  const frame = decideFrame(context.content, choice);
  if (!frame.ok) return frame;
  const { identity, asked, ...subject } = frame.value;
  return context.store.write((writer) => {
    const existing = findNamedAssessment(writer, identity, asked);
    if (existing) return failWith('assessment-exists', { id: existing.id });
    const id = context.newId();
    const createdAt = context.now().toISOString();
    const suggestions = choice.startFromPrevious ? suggestFromEarlier(writer, context.content, subject) : [];
    const number = writer.insertAssessment({ ...identity, id, createdAt });
    for (const suggestion of suggestions) writer.insertSuggestion(number, suggestion);
    const edits = headOfProfile(findProfile(writer), identity);
    recordCells(writer, number, { edits, author: findAuthor(writer), changedAt: createdAt, batch: null });
    return succeed({ id });
  });
}

type AssessmentIdentity = Omit<NewAssessment, 'id' | 'createdAt'>;
type AssessmentFrame = SuggestionFrame & {
  readonly identity: AssessmentIdentity;
  /** The period as it was typed; sheets that came in files may be kept under that name. */
  readonly asked: Period;
};

function headOfProfile(profile: Profile | null, unit: AssessmentIdentity): readonly CellEdit[] {
  if (profile?.unit.code !== unit.unitCode || profile.unit.validFrom !== unit.unitValidFrom) return [];
  return Object.entries(profile.header).map(([field, value]) => ({ criterionId: headerCells, field, value }));
}

function decideFrame(content: Content, choice: AssessmentChoice): Result<AssessmentFrame> {
  const period = parsePeriod(choice.period);
  const loadedSet = findSet(content, choice.setId, choice.setVersion);
  const unit = period.ok ? findUnitInForce(content, choice, period.value) : period;
  if (period.ok && loadedSet.ok && unit.ok) return frameOf(unit.value, period.value, loadedSet.value);
  return fail([...(loadedSet.ok ? [] : loadedSet.errors), ...(unit.ok ? [] : unit.errors)]);
}

function frameOf(
  version: UnitVersion,
  asked: Period,
  { set, digest, maps }: LoadedSet,
): Result<AssessmentFrame> {
  const { unit, list } = version;
  if (!set.appliesTo.some((kind) => kind === unit.kind)) {
    return failWith('criteria-set-not-for-unit', { set: set.id, unit: unit.name });
  }
  const period = namedByCalendar(asked);
  const identity: AssessmentIdentity = {
    unitCode: unit.code,
    unitValidFrom: list.validFrom,
    unitName: unit.name,
    unitKind: unit.kind,
    unitParentName: parentNameOf(version),
    period: period.code,
    setId: set.id,
    setVersion: set.version,
    setDigest: digest,
  };
  return succeed({ identity, asked, set, maps, unit: version, period });
}

function findUnitInForce(
  content: Content,
  { unitCode: code, unitValidFrom }: AssessmentChoice,
  { lastDay: day }: Period,
): Result<UnitVersion> {
  const found = unitInForce(content.unitLists, code, day);
  const chosen = findChosen(content, code, unitValidFrom);
  // Codes are reused: before a reform the code that somebody chose may stand for a unit that they never saw.
  if (found && chosen && !isNamedAlike(found, chosen)) {
    return failWith('unit-code-of-another', {
      code,
      day,
      unit: found.unit.name,
      chosen: chosen.unit.name,
    });
  }
  if (found) return succeed(found);
  const isKnown = content.unitLists.some((list) => list.units.some((unit) => unit.code === code));
  return isKnown
    ? failWith('unit-not-in-force', { code, day })
    : failWith('unit-unknown', { code: code.slice(0, 40) });
}

function findChosen(
  { unitLists }: Content,
  code: string,
  validFrom: string | null | undefined,
): UnitVersion | undefined {
  for (const list of unitLists) {
    const unit = list.validFrom === validFrom ? unitsByCode(list).get(code) : undefined;
    if (unit) return { unit, list };
  }
  return undefined;
}

function isNamedAlike(one: UnitVersion, other: UnitVersion): boolean {
  return one.unit.name === other.unit.name && parentNameOf(one) === parentNameOf(other);
}
