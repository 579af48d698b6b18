import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countVitest } from './counts.ts';
import { runSteps } from './runSteps.ts';
import type { Step } from './steps.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'steps '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, text: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

function staticStep(name: string, ...scripts: string[]): Step {
  return { name, commands: scripts.map((file) => [file]), isFast: true, needs: [] };
}

async function run(steps: readonly Step[], missing: Parameters<typeof runSteps>[1] = new Map()) {
  let printed = '';
  const succeeded = await runSteps(steps, missing, (text) => (printed += text));
  return { succeeded, printed, lines: printed.trimEnd().split('\n') };
}

describe('running the steps', () => {
  const good = script('good', `console.log('quiet')`);
  const bad = script('bad', `console.log('what went wrong'); console.error('and where'); process.exit(3)`);

  test('ends in the line that says how many passed', async () => {
    const { succeeded, lines } = await run([staticStep('types', good), staticStep('lint', good, good)]);
    expect(succeeded).toBe(true);
    expect(lines[0]).toMatch(/^types: ok, \d+\.\d s$/u);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
  });

  test('shows all that a failing step wrote, and goes on with the next', async () => {
    const { succeeded, printed, lines } = await run([
      staticStep('lint', bad, good),
      staticStep('walls', good),
    ]);
    expect(succeeded).toBe(false);
    expect(printed).toContain('what went wrong');
    expect(printed).toContain('and where');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test('fails a step whose program is missing', async () => {
    const { lines } = await run(
      [{ ...staticStep('browser', good), needs: ['chromium'] }],
      new Map([['chromium', 'no chromium here']]),
    );
    expect(lines).toContain('no chromium here');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  test('adds the counts of a test runner', async () => {
    const report = path.join(folder, 'report.json');
    const counts = {
      numPassedTests: 7,
      numFailedTests: 2,
      numPendingTests: 0,
      numTodoTests: 0,
      success: false,
      testResults: [],
    };
    const runner = script(
      'runner',
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(JSON.stringify(counts))}); process.exit(1)`,
    );
    const step: Step = { ...staticStep('unit', runner), report: { file: report, count: countVitest } };
    const { lines } = await run([step, staticStep('types', good)]);
    expect(lines.at(-1)).toBe('8 passed, 2 failed');
  });

  test('does not take the report of an earlier run for this one', async () => {
    const report = path.join(folder, 'old.json');
    writeFileSync(
      report,
      JSON.stringify({
        numPassedTests: 7,
        numFailedTests: 0,
        numPendingTests: 0,
        numTodoTests: 0,
        success: true,
        testResults: [],
      }),
    );
    const { lines } = await run([
      { ...staticStep('unit', good), report: { file: report, count: countVitest } },
    ]);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });
});
