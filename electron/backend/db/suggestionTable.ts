import type Database from 'better-sqlite3';
import type { Suggestion } from '#shared/domain/carryForward/suggestAnswers.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';

export interface SuggestionReader {
  /** Those that no standing step has settled. */
  listOpenSuggestions(assessment: number): readonly Suggestion[];
  /** Criterion ids of those that a step settled last, whether it stands or was undone. */
  listSettledBy(assessment: number, step: number): readonly string[];
}

export interface SuggestionWriter {
  insertSuggestion(assessment: number, suggestion: Suggestion): void;
  /** @param step the step that accepted or dismissed it; undoing the step opens it again */
  settleSuggestion(assessment: number, criterionId: string, step: number): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const suggestionQueries = {
  listOpen: `SELECT suggestion.content FROM suggestion LEFT JOIN edit_batch ON edit_batch.number = suggestion.settled_by
    WHERE suggestion.assessment = ? AND coalesce(edit_batch.state, '') <> 'done' ORDER BY suggestion.criterion_id`,
  settledBy: 'SELECT criterion_id FROM suggestion WHERE assessment = ? AND settled_by = ?',
  settle:
    'UPDATE suggestion SET settled_by = :step WHERE assessment = :assessment AND criterion_id = :criterionId',
} as const;

export function prepareSuggestionTable(database: Database.Database): SuggestionReader & SuggestionWriter {
  const listOpen = database.prepare<[number], string>(suggestionQueries.listOpen).pluck();
  const settledBy = database.prepare<[number, number], string>(suggestionQueries.settledBy).pluck();
  const insert = database.prepare<[number, string, string]>(
    'INSERT INTO suggestion (assessment, criterion_id, content) VALUES (?, ?, ?)',
  );
  const settle = database.prepare<[object]>(suggestionQueries.settle);
  return {
    listOpenSuggestions: (assessment) =>
      listOpen.all(assessment).map((content) => JSON.parse(content) as Suggestion),
    listSettledBy: (assessment, step) => settledBy.all(assessment, step),
    insertSuggestion: (assessment, suggestion) =>
      void insert.run(assessment, suggestion.criterionId, toCanonicalJson(suggestion)),
    settleSuggestion: (assessment, criterionId, step) => void settle.run({ assessment, criterionId, step }),
  };
}
