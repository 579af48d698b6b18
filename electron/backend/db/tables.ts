import type Database from 'better-sqlite3';
import { prepareAssessmentTable, type AssessmentReader, type AssessmentWriter } from './assessmentTable.ts';
import { prepareChangeLog, type ChangeReader, type ChangeWriter } from './changeLog.ts';
import { prepareConflictTable, type ConflictReader } from './conflictTable.ts';
import { prepareEffortTable, type EffortReader, type EffortWriter } from './effortTable.ts';
import { prepareFactDigestTable, type FactDigestReader, type FactDigestWriter } from './factDigestTable.ts';
import { prepareFigureTable, type FigureReader, type FigureWriter } from './figureTable.ts';
import { prepareLog, type LogReader, type LogWriter } from './importedChanges.ts';
import {
  prepareImportedSetTable,
  type ImportedSetReader,
  type ImportedSetWriter,
} from './importedSetTable.ts';
import { prepareImportTable, type ImportReader, type ImportWriter } from './importTable.ts';
import { prepareOutboxTable, type OutboxReader, type OutboxWriter } from './outboxTable.ts';
import { prepareLogRows } from './logRows.ts';
import { preparePackedLogs } from './packedLogs.ts';
import { prepareQuarantineTable, type QuarantineReader, type QuarantineWriter } from './quarantineTable.ts';
import {
  prepareRemoteListingTables,
  type RemoteListingReader,
  type RemoteListingWriter,
} from './remoteListingTable.ts';
import { prepareResultTable, type ResultReader, type ResultWriter } from './resultTable.ts';
import { prepareSettingTable, type SettingReader, type SettingWriter } from './settingTable.ts';
import { prepareSignatureTable, type SignatureReader, type SignatureWriter } from './signatureTable.ts';
import { prepareSignerTable, type SignerReader, type SignerWriter } from './signerTable.ts';
import { prepareStepTable, type StepReader, type StepWriter } from './stepTable.ts';
import { prepareTargetTable, type TargetReader, type TargetWriter } from './targetTable.ts';
import { prepareUndoTable, type UndoReader } from './undoTable.ts';
import { prepareSuggestionTable, type SuggestionReader, type SuggestionWriter } from './suggestionTable.ts';

export type StoreReader = AssessmentReader &
  ChangeReader &
  ConflictReader &
  EffortReader &
  FactDigestReader &
  FigureReader &
  ImportReader &
  ImportedSetReader &
  LogReader &
  OutboxReader &
  QuarantineReader &
  RemoteListingReader &
  ResultReader &
  SettingReader &
  SignatureReader &
  SignerReader &
  StepReader &
  SuggestionReader &
  TargetReader &
  UndoReader & {
    /** The replica id of this installation: the name under which its own edits count. */
    readonly replicaId: string;
  };

/** Writers read too: a decision and what it writes belong to one transaction. */
export type StoreWriter = StoreReader &
  AssessmentWriter &
  ChangeWriter &
  EffortWriter &
  FactDigestWriter &
  FigureWriter &
  ImportWriter &
  ImportedSetWriter &
  LogWriter &
  OutboxWriter &
  QuarantineWriter &
  RemoteListingWriter &
  ResultWriter &
  SettingWriter &
  SignatureWriter &
  SignerWriter &
  StepWriter &
  SuggestionWriter &
  TargetWriter;

/** @param ownReplica number of the row of this installation in `replica` */
export function prepareTables(database: Database.Database, ownReplica: number): StoreWriter {
  const packed = preparePackedLogs(database);
  const rows = prepareLogRows(database, packed);
  return {
    replicaId: idOfReplica(database, ownReplica),
    ...prepareAssessmentTable(database),
    ...prepareChangeLog(database, { ownReplica, packed, rows }),
    ...prepareConflictTable(database),
    ...prepareEffortTable(database),
    ...prepareFactDigestTable(database),
    ...prepareFigureTable(database),
    ...prepareImportTable(database),
    ...prepareImportedSetTable(database),
    ...prepareLog(database, { packed, rows }),
    ...prepareOutboxTable(database),
    ...prepareQuarantineTable(database),
    ...prepareRemoteListingTables(database),
    ...prepareResultTable(database),
    ...prepareSettingTable(database),
    ...prepareSignatureTable(database),
    ...prepareSignerTable(database),
    ...prepareStepTable(database),
    ...prepareSuggestionTable(database),
    ...prepareTargetTable(database),
    ...prepareUndoTable(database),
  };
}

function idOfReplica(database: Database.Database, number: number): string {
  return (
    database.prepare<[number], string>('SELECT id FROM replica WHERE number = ?').pluck().get(number) ?? ''
  );
}
