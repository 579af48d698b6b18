import type Database from 'better-sqlite3';
import { prepareAssessmentTable, type AssessmentReader, type AssessmentWriter } from './assessmentTable.ts';
import { prepareChangeLog, type ChangeReader, type ChangeWriter } from './changeLog.ts';
import { prepareEffortTable, type EffortReader, type EffortWriter } from './effortTable.ts';
import { prepareSettingTable, type SettingReader, type SettingWriter } from './settingTable.ts';
import { prepareSignatureTable, type SignatureReader, type SignatureWriter } from './signatureTable.ts';
import { prepareStepTable, type StepReader, type StepWriter } from './stepTable.ts';
import { prepareSuggestionTable, type SuggestionReader, type SuggestionWriter } from './suggestionTable.ts';

export type StoreReader = AssessmentReader &
  ChangeReader &
  EffortReader &
  SettingReader &
  SignatureReader &
  StepReader &
  SuggestionReader;

/** Writers read too: a decision and what it writes belong to one transaction. */
export type StoreWriter = StoreReader &
  AssessmentWriter &
  ChangeWriter &
  EffortWriter &
  SettingWriter &
  SignatureWriter &
  StepWriter &
  SuggestionWriter;

/** @param ownReplica number of the row of this installation in `replica` */
export function prepareTables(database: Database.Database, ownReplica: number): StoreWriter {
  return {
    ...prepareAssessmentTable(database),
    ...prepareChangeLog(database, ownReplica),
    ...prepareEffortTable(database),
    ...prepareSettingTable(database),
    ...prepareSignatureTable(database),
    ...prepareStepTable(database),
    ...prepareSuggestionTable(database),
  };
}
