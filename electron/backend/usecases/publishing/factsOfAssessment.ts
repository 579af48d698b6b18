import { hash } from 'node:crypto';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { bases, criteriaOn, figuresOn, standingOn, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { bandOf } from '#shared/domain/scoring/scoreAssessment.ts';
import type { LoggedChange } from '../../db/changeLog.ts';
import type { ReceivedPackage } from '../../db/importTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { AssessmentFacts, PublishedGroup, Row } from '../../warehouse/rows.ts';
import type { ReportedUnit } from '../reporting/reportedUnit.ts';
import { decimalText } from './decimalText.ts';
import { unitKeyOf } from './unitKey.ts';

/** Part of the engine's name: facts that were made in another shape are made again. */
export const factShape = 2;

type FactRows = AssessmentFacts['rows'];

/**
 * Everything that the shared data store holds of one unit in one period: figures of `scoreRecord`, and where they came
 * from. No texts, no names of persons.
 * @param set the newest version at hand, whose bands count
 */
export function factsOfUnit(
  reader: StoreReader,
  group: PublishedGroup,
  set: CriteriaSet,
  reported: ReportedUnit,
): AssessmentFacts {
  const { unit, assessment } = reported;
  const unitKey = unitKeyOf(unit.code, unit.validFrom);
  const packages = assessment ? reader.listPackagesOfAssessment(assessment.record.number) : [];
  const changes = assessment ? reader.listChanges(assessment.record.number) : [];
  const rows: Omit<FactRows, 'assessment'> = {
    stage_score: bases.flatMap((stage) => scoreRows(unitKey, stage, set, reported)),
    threshold_verdict: bases.flatMap((stage) => verdictRows(unitKey, stage, reported)),
    criterion_score: bases.flatMap((stage) => criterionRows(unitKey, stage, reported)),
    source_file: sourceRows(unitKey, packages),
    lineage: lineageRows(unitKey, changes, packages),
  };
  const signature = assessment?.signing.signature ?? null;
  const head = {
    unitKey,
    setKey: assessment ? `${assessment.record.setId}@${assessment.record.setVersion}` : null,
    peerGroup: unit.kind,
    publisher: group.publisher,
    hasArrived: assessment !== null,
    signedRevision: signature ? (assessment?.signing.revision ?? 0) : 0,
    signedAt: signature?.signedAt ?? null,
    savedAt: assessment?.savedAt ?? null,
  };
  const digest = digestOfFacts([group.periodCode, group.setId, head, ...Object.values(rows).map(valuesOf)]);
  return { unitKey, digest, rows: { assessment: [{ ...head, digest }], ...rows } };
}

/** Rows without the names of their columns, which `factShape` stands for. */
function valuesOf(rows: readonly Row[]): unknown {
  return rows.map((row) => Object.values(row));
}

function digestOfFacts(facts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify([factShape, ...facts]));
}

function scoreRows(unitKey: string, stage: Basis, set: CriteriaSet, reported: ReportedUnit): readonly Row[] {
  const { standing, bonus, penalty, total, totalPercent } = figuresOn(reported, stage);
  if (standing === null) return [];
  return [
    {
      unitKey,
      stage,
      points: decimalText(standing.points),
      ceilingPoints: decimalText(standing.ceilingPoints),
      maxPoints: decimalText(standing.max),
      percent: decimalText(standing.percent),
      percentExact: standing.percent?.toFraction() ?? null,
      ceilingPercent: decimalText(standing.ceilingPercent),
      criteriaMet: standing.criteriaMet,
      criteriaOpen: standing.criteriaOpen,
      criteriaApplicable: standing.criteriaApplicable,
      criteriaPercent: decimalText(standing.criteriaPercent),
      bonus: decimalText(bonus),
      penalty: decimalText(penalty),
      total: decimalText(total),
      totalPercent: decimalText(totalPercent),
      totalPercentExact: totalPercent?.toFraction() ?? null,
      bandId: standing.percent === null ? null : (bandOf(set, standing.percent)?.id ?? 'below'),
    },
  ];
}

function verdictRows(unitKey: string, stage: Basis, reported: ReportedUnit): readonly Row[] {
  return (standingOn(reported, stage)?.verdicts ?? []).map(({ threshold, state }) => ({
    unitKey,
    stage,
    thresholdId: threshold.id,
    verdict: state,
  }));
}

function criterionRows(unitKey: string, stage: Basis, reported: ReportedUnit): readonly Row[] {
  return criteriaOn(reported, stage).map((score) => ({
    unitKey,
    criterionId: score.criterion.id,
    stage,
    state: score.state,
    points: decimalText(score.points),
    ceilingPoints: decimalText(score.ceiling),
    maxPoints: decimalText(score.max),
    isMet: score.met,
    isEvidenced: score.evidenced,
    counts: score.counts,
  }));
}

/** The same file may have been imported, taken out and imported again: the last time counts. */
function sourceRows(unitKey: string, packages: readonly ReceivedPackage[]): readonly Row[] {
  const byContent = new Map(packages.map((received) => [received.sha256, received]));
  return [...byContent.values()].map((received) => ({
    unitKey,
    fileSha256: received.sha256,
    fileName: received.fileName,
    fileBytes: received.size,
    kind: received.kind,
    revision: received.revision,
    receivedAt: received.receivedAt,
    signerUnit: received.senderName,
    signerKey: received.publicKey,
    fileEdits: received.changes,
  }));
}

function lineageRows(
  unitKey: string,
  changes: readonly LoggedChange[],
  packages: readonly ReceivedPackage[],
): readonly Row[] {
  const fileOf = new Map(packages.map(({ number, sha256 }) => [number, sha256]));
  const ofAnswers = changes.filter(({ criterionId }) => criterionId !== headerCells);
  const byAnswer = Map.groupBy(ofAnswers, ({ stage, criterionId }) => `${criterionId} ${stage}`);
  return [...byAnswer.values()].flatMap((edits): readonly Row[] => {
    const last = edits.at(-1);
    if (!last) return [];
    return [
      {
        unitKey,
        criterionId: last.criterionId,
        answerStage: last.stage,
        fileSha256: last.fromPackage === null ? null : (fileOf.get(last.fromPackage) ?? null),
        changedAt: last.changedAt,
        changeReplica: last.dot[0],
        changeCounter: last.dot[1],
        edits: edits.length,
      },
    ];
  });
}
