import type Database from 'better-sqlite3';
import type { Change } from '#shared/domain/merge/change.ts';

/** Something that was built on what an import brought, so that the import can no longer be taken back. */
export interface BuiltOn {
  readonly unitName: string;
  readonly period: string;
  readonly by: 'edit' | 'signature' | 'import';
  /** ISO instant. */
  readonly at: string;
}

export interface UndoReader {
  /** Whether an import brought anything that an undo would take out. */
  bringsAnything(importNumber: number): boolean;
  /** Newest first; empty where nothing was built on it. */
  listBuiltOn(importNumber: number): readonly BuiltOn[];
}

interface TouchedAssessment {
  readonly number: number;
  readonly unitName: string;
  readonly period: string;
  readonly made: number;
}

interface LocalEdit {
  readonly replicaId: string;
  readonly counter: number;
  readonly stage: Change['stage'];
  readonly replaced: string;
  readonly changedAt: string;
}

/** A signature that was here before an import brought its recall. */
interface RecalledSignature {
  readonly revision: number;
  readonly seen: string;
  /** ISO instant, by the clock of this machine. */
  readonly arrivedAt: string;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const undoQueries = {
  // What was made here is rare among what was imported, so it is asked first.
  editedHere: `SELECT assessment.number, assessment.unit_name AS unitName, assessment.period,
      received_package.made_assessment AS made
    FROM received_package JOIN assessment ON assessment.number = received_package.assessment
    WHERE received_package.import = ? AND verdict IN ('new', 'newer', 'conflict') AND kind <> 'receipt'
      AND EXISTS (SELECT 1 FROM change WHERE change.assessment = assessment.number AND change.from_package IS NULL)`,
  localEdits: `SELECT replica.id AS replicaId, counter, stage, replaced, changed_at AS changedAt
    FROM change JOIN replica ON replica.number = change.replica WHERE assessment = ? AND from_package IS NULL`,
  lastEdit: `SELECT max(changed_at) FROM change WHERE assessment = ? AND from_package IS NULL`,
  arrived: `SELECT replica.id, counter FROM change JOIN replica ON replica.number = change.replica
    WHERE assessment = ? AND from_package IN (SELECT number FROM received_package WHERE import = ?)`,
  signedHere: `SELECT assessment.number, assessment.unit_name AS unitName, assessment.period, signature.seen,
      received_package.made_assessment AS made, signature.revision, signature.signed_at AS at
    FROM received_package JOIN assessment ON assessment.number = received_package.assessment
    JOIN signature ON signature.assessment = assessment.number
    WHERE received_package.import = ? AND received_package.verdict IN ('new', 'newer', 'conflict')
      AND received_package.kind <> 'receipt' AND signature.from_package IS NULL`,
  recalledHere: `SELECT assessment.unit_name AS unitName, assessment.period, signature_recall.recalled_at AS at
    FROM received_package JOIN assessment ON assessment.number = received_package.assessment
    JOIN signature ON signature.assessment = assessment.number AND signature.from_package = received_package.number
    JOIN signature_recall ON signature_recall.signature = signature.number
    WHERE received_package.import = ? AND signature_recall.from_package IS NULL`,
  recalls: `SELECT signature.revision, signature.seen, received_package.received_at AS arrivedAt FROM signature
    JOIN signature_recall ON signature_recall.signature = signature.number
    JOIN received_package ON received_package.number = signature_recall.from_package
    WHERE signature.assessment = :assessment AND received_package.import = :import
      AND (signature.from_package IS NULL
        OR signature.from_package NOT IN (SELECT number FROM received_package WHERE import = :import))`,
  importedSince: `SELECT assessment.unit_name AS unitName, assessment.period, later.received_at AS at
    FROM received_package JOIN assessment ON assessment.number = received_package.assessment
    JOIN received_package AS later ON later.assessment = assessment.number
    JOIN import ON import.number = later.import
    WHERE received_package.import = :import AND later.import > :import AND import.state = 'done'
      AND received_package.verdict IN ('new', 'newer', 'conflict') AND received_package.kind <> 'receipt'
      AND later.verdict IN ('new', 'newer', 'conflict') AND later.kind <> 'receipt'`,
  brings: `SELECT 1 FROM received_package WHERE import = :import AND (verdict IN ('new', 'newer', 'conflict')
    OR EXISTS (SELECT 1 FROM signer WHERE signer.from_package = received_package.number)) LIMIT 1`,
} as const;

// Only imports that brought a criteria set ask this.
const usesSetQuery = `SELECT assessment.unit_name AS unitName, assessment.period, assessment.created_at AS at
    FROM assessment WHERE set_id = :setId AND set_version = :setVersion
      AND number NOT IN (SELECT assessment FROM received_package
        WHERE import = :import AND made_assessment = 1 AND assessment IS NOT NULL)`;

type Found = Omit<BuiltOn, 'by'>;

export function prepareUndoTable(database: Database.Database): UndoReader {
  const editedHere = database.prepare<[number], TouchedAssessment>(undoQueries.editedHere);
  const localEdits = database.prepare<[number], LocalEdit>(undoQueries.localEdits);
  const lastEdit = database.prepare<[number], string | null>(undoQueries.lastEdit).pluck();
  const recalls = database.prepare<[object], RecalledSignature>(undoQueries.recalls);
  const arrived = database.prepare<[number, number], [string, number]>(undoQueries.arrived).raw();
  const signedHere = database.prepare<
    [number],
    Found & Pick<TouchedAssessment, 'number' | 'made'> & Pick<RecalledSignature, 'revision' | 'seen'>
  >(undoQueries.signedHere);
  const recalledHere = database.prepare<[number], Found>(undoQueries.recalledHere);
  const importedSince = database.prepare<[object], Found>(undoQueries.importedSince);
  const setsOf = database.prepare<[number], { readonly setId: string; readonly setVersion: string }>(
    `SELECT set_id AS setId, set_version AS setVersion FROM imported_set
     WHERE from_package IN (SELECT number FROM received_package WHERE import = ?)`,
  );
  const usesSet = database.prepare<[object], Found>(usesSetQuery);
  const brings = database.prepare<[object], number>(undoQueries.brings).pluck();
  const dotsOf = (assessment: number, importNumber: number) =>
    new Set(arrived.all(assessment, importNumber).map(([id, counter]) => `${id}:${String(counter)}`));
  const listEdits = (importNumber: number): Found[] =>
    editedHere.all(importNumber).flatMap(({ number, unitName, period, made }) => {
      // Every edit here builds on an import that made the assessment; there are hundreds in each.
      if (made === 1) return [{ unitName, period, at: lastEdit.get(number) ?? '' }];
      const dots = dotsOf(number, importNumber);
      const freed = recalls.all({ assessment: number, import: importNumber });
      const isBuilt = (edit: LocalEdit) => replacesOneOf(edit.replaced, dots) || wasFreed(edit, freed);
      const edits = localEdits.all(number).filter(isBuilt);
      const at = edits.map(({ changedAt }) => changedAt).reduce(later, '');
      return edits.length > 0 ? [{ unitName, period, at }] : [];
    });
  const listSignatures = (importNumber: number): Found[] =>
    signedHere
      .all(importNumber)
      .filter(({ number, made, revision, ...signed }) => {
        const recalled = recalls.all({ assessment: number, import: importNumber });
        // What was signed in an assessment that the import made can only be what the import brought.
        if (made === 1 || recalled.some((before) => before.revision < revision)) return true;
        const counters = countersOf(signed);
        return arrived.all(number, importNumber).some(([id, counter]) => counter <= (counters[id] ?? 0));
      })
      .map(({ unitName, period, at }) => ({ unitName, period, at }));
  return {
    bringsAnything: (importNumber) => brings.get({ import: importNumber }) !== undefined,
    listBuiltOn: (importNumber) =>
      [
        ...listEdits(importNumber).map((one) => ({ ...one, by: 'edit' as const })),
        ...setsOf
          .all(importNumber)
          .flatMap((set) => usesSet.all({ ...set, import: importNumber }))
          .map((one) => ({ ...one, by: 'edit' as const })),
        ...[...listSignatures(importNumber), ...recalledHere.all(importNumber)].map((one) => ({
          ...one,
          by: 'signature' as const,
        })),
        ...importedSince.all({ import: importNumber }).map((one) => ({ ...one, by: 'import' as const })),
      ]
        .toSorted((one, other) => (one.at < other.at ? 1 : -1))
        .filter(isFirstOfItsKind),
  };
}

/** Several files of one import may be about one assessment, which is named once with what was built on it last. */
function isFirstOfItsKind(one: BuiltOn, index: number, all: readonly BuiltOn[]): boolean {
  const first = all.findIndex(
    ({ unitName, period, by }) => unitName === one.unitName && period === one.period && by === one.by,
  );
  return first === index;
}

function replacesOneOf(replaced: string, dots: ReadonlySet<string>): boolean {
  const seen = JSON.parse(replaced) as Change['replaced'];
  return seen.some(([id, counter]) => dots.has(`${id}:${String(counter)}`));
}

function countersOf({ seen }: Pick<RecalledSignature, 'seen'>): Readonly<Record<string, number>> {
  return JSON.parse(seen) as Readonly<Record<string, number>>;
}

/** An edit since a recall that its signature does not cover: before the recall the unit could not have made it. */
function wasFreed(
  { stage, replicaId, counter, changedAt }: LocalEdit,
  recalls: readonly RecalledSignature[],
): boolean {
  return recalls.some(
    (recalled) =>
      stage === 'self' && changedAt >= recalled.arrivedAt && counter > (countersOf(recalled)[replicaId] ?? 0),
  );
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
