import { mkdirSync, rmSync } from 'node:fs';
import { root } from '../bootstrap.mjs';
import { runCommand } from './command.ts';
import { readCounts, type Counts } from './counts.ts';
import { reportFolder, type Step } from './steps.ts';
import type { SystemTool } from './systemTools.ts';

/** A hung step must not hang everything; the browser's needs a quarter of an hour, on a machine at work twice that. */
const limitMinutes = 50;

interface StepResult extends Counts {
  /** What to show when something failed. */
  readonly output: string;
}

/**
 * Runs the steps in order, each to its end whatever the others did, printing one line for each, what a failing one
 * wrote, and at the very end `N passed, M failed`. Returns whether nothing failed.
 */
export async function runSteps(
  chosen: readonly Step[],
  missing: ReadonlyMap<SystemTool, string>,
  print: (text: string) => void,
): Promise<boolean> {
  mkdirSync(reportFolder, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const step of chosen) {
    const startedAt = performance.now();
    const result = await runStep(step, missing);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`${describe(step, result)}, ${seconds} s\n`);
    if (result.failed > 0) print(`${[result.output.trimEnd(), ...result.remarks].join('\n')}\n\n`);
    passed += result.passed;
    failed += result.failed;
  }
  print(`${passed} passed, ${failed} failed\n`);
  return failed === 0;
}

function describe(step: Step, result: StepResult): string {
  const verdict = result.failed > 0 ? 'FAILED' : 'ok';
  return `${step.name}: ${verdict}${step.report ? `, ${result.passed} passed, ${result.failed} failed` : ''}`;
}

async function runStep(step: Step, missing: ReadonlyMap<SystemTool, string>): Promise<StepResult> {
  const remarks = step.needs.flatMap((tool) => missing.get(tool) ?? []);
  if (remarks.length > 0) return { passed: 0, failed: 1, remarks, output: '' };
  if (step.report) rmSync(step.report.file, { force: true });
  const outcomes = [];
  for (const command of step.commands) outcomes.push(await runNode(command, step));
  const output = outcomes.map((outcome) => outcome.output).join('');
  const succeeded = outcomes.every((outcome) => outcome.exitCode === 0);
  if (!step.report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, remarks: [], output };
  const counts = readCounts(step.report.file, step.report.count);
  if (succeeded || counts.failed > 0) return { ...counts, output };
  return { ...counts, failed: 1, remarks: [...counts.remarks, 'the test runner reported a failure'], output };
}

function runNode(command: readonly string[], step: Step) {
  return runCommand(process.execPath, command, {
    folder: root,
    environment: step.report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: step.report.file } : {},
    limitMinutes,
  });
}
