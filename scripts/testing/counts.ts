import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests a step ran. `remarks` say why a test that did not fail still counts as failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly remarks: readonly string[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts of a vitest JSON report: a file that could not be loaded is one failure, and so is a test that is switched off. */
export function countVitest(report: unknown): Counts {
  const found = vitestReport.parse(report);
  const unloaded = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = found.numPendingTests + found.numTodoTests;
  return settle({
    passed: found.numPassedTests,
    failed: found.numFailedTests + unloaded,
    skipped,
    healthy: found.success,
  });
}

/** Counts of a Playwright JSON report; a test that passed only on a second try counts as failed. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report);
  const failed = stats.unexpected + stats.flaky;
  return settle({ passed: stats.expected, failed, skipped: stats.skipped, healthy: errors.length === 0 });
}

/** Reads a report that a runner has just written; a runner that wrote none has failed. */
export function readCounts(file: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { passed: 0, failed: 1, remarks: [`the test runner left no report: ${reason}`] };
  }
}

function settle(found: { passed: number; failed: number; skipped: number; healthy: boolean }): Counts {
  const remarks: string[] = [];
  if (found.skipped > 0) remarks.push(`${found.skipped} tests are switched off; each counts as failed`);
  const failed = found.failed + found.skipped;
  if (found.passed + failed === 0) return { passed: 0, failed: 1, remarks: ['no test was run'] };
  if (!found.healthy && failed === 0) {
    return {
      passed: found.passed,
      failed: 1,
      remarks: [...remarks, 'an error occurred outside of the tests'],
    };
  }
  return { passed: found.passed, failed, remarks };
}
