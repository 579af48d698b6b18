import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, readCounts } from './counts.ts';

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}] }],
};
const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

describe('counts of vitest', () => {
  test('are taken over when all is well', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 0, remarks: [] });
  });

  test('include a file that could not be loaded as one failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
    const report = { ...vitestReport, success: false, testResults: [...vitestReport.testResults, broken] };
    expect(countVitest(report)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('include tests that are switched off as failures', () => {
    expect(countVitest({ ...vitestReport, numPendingTests: 1, numTodoTests: 1 })).toMatchObject({
      passed: 5,
      failed: 2,
    });
  });

  test('include an error outside of the tests as a failure', () => {
    expect(countVitest({ ...vitestReport, success: false })).toMatchObject({ passed: 5, failed: 1 });
  });

  test('are a failure when nothing was run', () => {
    expect(countVitest({ ...vitestReport, numPassedTests: 0, testResults: [] })).toEqual({
      passed: 0,
      failed: 1,
      remarks: ['no test was run'],
    });
  });
});

describe('counts of Playwright', () => {
  test('are taken over when all is well', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, remarks: [] });
  });

  test('include unexpected, flaky and skipped tests as failures', () => {
    expect(
      countPlaywright({ stats: { expected: 1, unexpected: 2, flaky: 3, skipped: 4 }, errors: [] }),
    ).toMatchObject({
      passed: 1,
      failed: 9,
    });
  });

  test('are a failure when the runner stopped before any test', () => {
    const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats: nothing, errors: [{}] })).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('a runner that leaves no report, or a broken one, has failed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
  const file = path.join(folder, 'report.json');
  expect(readCounts(file, countVitest)).toMatchObject({ passed: 0, failed: 1 });
  writeFileSync(file, '{}');
  expect(readCounts(file, countVitest)).toMatchObject({ passed: 0, failed: 1 });
  writeFileSync(file, JSON.stringify(vitestReport));
  expect(readCounts(file, countVitest)).toMatchObject({ passed: 5, failed: 0 });
  rmSync(folder, { recursive: true });
});
