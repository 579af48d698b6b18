import path from 'node:path';
import { root } from '../bootstrap.mjs';
import { countPlaywright, countVitest, type Counts } from './counts.ts';
import type { SystemTool } from './systemTools.ts';

/** One part of `npm test`: one program or several in a row, each a Node script with its arguments. */
export interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Part of `npm run check`. */
  readonly isFast: boolean;
  readonly needs: readonly SystemTool[];
  /** Where the step's runner leaves its counts; a step without is one test itself. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Counts };
}

export const reportFolder = path.join(root, '.cache', 'test-reports');

const tsc = 'node_modules/typescript/bin/tsc';
const prettier = 'node_modules/prettier/bin/prettier.cjs';

/** Every step in the order in which `npm test` runs them: what is quick and tells most comes first. */
export const steps: readonly Step[] = [
  staticStep(
    'types',
    ...['shared', 'node', 'renderer', 'test'].map((layer) => [tsc, '-p', `tsconfig.${layer}.json`]),
  ),
  staticStep(
    'lint',
    [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ],
    [prettier, '--check', '--log-level', 'warn', '.'],
  ),
  staticStep('walls', ['scripts/walls/main.ts']),
  staticStep('dead code', ['node_modules/knip/bin/knip.js', '--no-progress']),
  staticStep('translations', ['scripts/translations/main.ts']),
  staticStep('notices', ['scripts/notices/main.ts', '--check']),
  staticStep('criteria', ['electron/hosts/cli/main.ts', 'criteria', 'check']),
  { ...staticStep('build', ['scripts/buildApp.ts']), isFast: false },
  { ...staticStep('bundle size', ['scripts/packaging/checkBundle.ts']), isFast: false },
  {
    // Vitest leaves one core to others: on a machine of two that is half of it.
    ...vitestStep('unit and property', 'unit', '--maxWorkers=100%'),
    isFast: true,
    needs: ['age', 'apache2', 'openssl', 'pdftotext', 'postgres', 'rclone', 'xmllint'],
  },
  vitestStep('packaging', 'packaging'),
  { ...vitestStep('fault', 'fault'), needs: ['apache2', 'openssl', 'postgres', 'rclone'] },
  {
    name: 'browser',
    commands: [['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']],
    isFast: false,
    needs: ['chromium', 'pdftotext'],
    report: { file: path.join(reportFolder, 'browser.json'), count: countPlaywright },
  },
];

function staticStep(name: string, ...commands: readonly (readonly string[])[]): Step {
  return { name, commands, isFast: true, needs: [] };
}

function vitestStep(name: string, project: string, ...more: readonly string[]): Step {
  const file = path.join(reportFolder, `${project}.json`);
  return {
    name,
    commands: [
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...more,
      ],
    ],
    isFast: false,
    needs: [],
    report: { file, count: countVitest },
  };
}
