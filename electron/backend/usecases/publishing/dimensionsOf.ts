import type { Period } from '#shared/domain/assessment/period.ts';
import { targetYear } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { unitsByCode } from '#shared/domain/units/unitsByCode.ts';
import { findTargets, type Content, type LoadedSet } from '../../files/content.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';
import { kindInWords } from '#shared/report/summary/kindInWords.ts';
import type { Dimensions, Row } from '../../warehouse/rows.ts';
import type { ReportedUnit } from '../reporting/reportedUnit.ts';
import { unitKeyOf } from './unitKey.ts';

/** What the facts of one period refer to. */
export interface DescribedGroup {
  readonly period: Period;
  /** The newest version, and those that assessments are scored by. */
  readonly sets: readonly LoadedSet[];
  readonly units: readonly Pick<ReportedUnit, 'unit' | 'version'>[];
}

/** The rows of all dimensions, each key once. */
export function dimensionsOf(content: Content, { period, sets, units }: DescribedGroup): Dimensions {
  const versions = units.flatMap(({ version }) => (version ? [version, ...unitsAbove(version)] : []));
  const known = new Map(versions.map((version) => [keyOf(version), unitRow(version)]));
  const unknown = units
    .filter(({ version }) => version === undefined)
    .map(({ unit }): [string, Row] => {
      const unitKey = unitKeyOf(unit.code, unit.validFrom);
      return [
        unitKey,
        { unitKey, unitCode: unit.code, validFrom: unit.validFrom, name: unit.name, kind: unit.kind },
      ];
    });
  return {
    unit: [...new Map([...unknown, ...known]).values()],
    period: [periodRow(period)],
    peer_group: [...new Set(units.map(({ unit }) => unit.kind))].map(peerGroupRow),
    criteria_set_version: sets.map(setRow),
    criterion: sets.flatMap(({ set }) => criterionRows(set)),
    threshold: sets.flatMap(({ set }) => thresholdRows(set)),
    band: sets.flatMap(({ set }) => bandRows(set)),
    target: [...new Set(sets.map(({ set }) => set.id))].flatMap((setId) => targetRows(content, setId)),
  };
}

function keyOf({ unit, list }: UnitVersion): string {
  return unitKeyOf(unit.code, list.validFrom);
}

/** The units above one, the nearest first. */
function unitsAbove({ unit, list }: UnitVersion): readonly UnitVersion[] {
  const parent = unit.parent === undefined ? undefined : unitsByCode(list).get(unit.parent);
  return parent ? [{ unit: parent, list }, ...unitsAbove({ unit: parent, list })] : [];
}

function unitRow(version: UnitVersion): Row {
  const { unit, list } = version;
  const above = unitsAbove(version);
  const [parent, top] = [above[0], above.at(-1)];
  return {
    unitKey: keyOf(version),
    unitCode: unit.code,
    validFrom: list.validFrom,
    validTo: list.validTo,
    name: unit.name,
    kind: unit.kind,
    parentKey: parent ? keyOf(parent) : null,
    parentName: parent?.unit.name ?? null,
    topKey: top ? keyOf(top) : null,
    topName: top?.unit.name ?? null,
    unitList: list.id,
  };
}

function periodRow(period: Period): Row {
  const { code, kind, firstDay, lastDay } = period;
  return { periodCode: code, kind, year: targetYear(period), firstDay, lastDay };
}

function peerGroupRow(kind: string): Row {
  const name = (language: 'vi' | 'en') =>
    kindInWords(kind, { language, translate: createReportTranslate(language) });
  return { peerGroup: kind, nameVi: name('vi'), nameEn: name('en') };
}

function setRow({ set, digest }: LoadedSet): Row {
  return {
    setKey: setKeyOf(set),
    setId: set.id,
    setVersion: set.version,
    digest,
    status: set.status,
    titleVi: set.title.vi,
    titleEn: set.title.en,
    statementVi: set.statement.vi,
    statementEn: set.statement.en,
  };
}

/** How the shared data store names a version of a set. */
export function setKeyOf({ id, version }: Pick<CriteriaSet, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

function criterionRows(set: CriteriaSet): readonly Row[] {
  const ordered = set.groups.flatMap((group) => group.criteria.map((criterion) => ({ group, criterion })));
  return ordered.map(({ group, criterion }, index) => ({
    setKey: setKeyOf(set),
    criterionId: criterion.id,
    position: index + 1,
    code: criterion.code,
    nameVi: criterion.name.vi,
    nameEn: criterion.name.en,
    groupId: group.id,
    groupCode: group.code,
    groupNameVi: group.name.vi,
    groupNameEn: group.name.en,
    role: criterion.role,
    ruleKind: criterion.rule.kind,
    maxPoints: criterion.maxPoints,
  }));
}

function thresholdRows(set: CriteriaSet): readonly Row[] {
  return set.thresholds.map(({ id, measure, at, title }) => ({
    setKey: setKeyOf(set),
    thresholdId: id,
    measure,
    atPercent: at,
    titleVi: title.vi,
    titleEn: title.en,
  }));
}

function bandRows(set: CriteriaSet): readonly Row[] {
  return set.bands.steps.map(({ id, at, name }) => ({
    setKey: setKeyOf(set),
    bandId: id,
    atPercent: at,
    nameVi: name.vi,
    nameEn: name.en,
  }));
}

function targetRows(content: Content, setId: string): readonly Row[] {
  return (findTargets(content, setId)?.targets ?? []).map(({ id, threshold, year, demand, title }) => ({
    setId,
    targetId: id,
    thresholdId: threshold,
    year,
    demand: demand.kind,
    atLeast: String(demand.atLeast),
    titleVi: title.vi,
    titleEn: title.en,
  }));
}
