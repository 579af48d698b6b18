import type { Migration } from './migration.ts';
import { assessmentsAndChangeLog } from './migrations/0001-assessments-and-change-log.ts';
import { stepsSuggestionsSignatures } from './migrations/0002-steps-suggestions-signatures.ts';
import { packagesAndImports } from './migrations/0003-packages-and-imports.ts';
import { figuresOfAssessments } from './migrations/0004-figures-of-assessments.ts';
import { digestsOfFacts } from './migrations/0005-digests-of-facts.ts';
import { outboxAndTargets } from './migrations/0006-outbox-and-targets.ts';
import { logsInTheirPackages } from './migrations/0007-logs-in-their-packages.ts';
import { returnedResults } from './migrations/0008-returned-results.ts';

/** Append-only, in order. */
export const migrations: readonly Migration[] = [
  assessmentsAndChangeLog,
  stepsSuggestionsSignatures,
  packagesAndImports,
  figuresOfAssessments,
  digestsOfFacts,
  outboxAndTargets,
  logsInTheirPackages,
  returnedResults,
];
