import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { succeed } from '#shared/errors/result.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface DemoOptions {
  readonly out: string;
  readonly units: number;
  readonly seed: string;
}

const mostUnits = 20_000;

export const addDemoCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('demo')
    .description(translate('cli:aboutDemo'))
    .usage('--out <folder> [--units <n>] [--seed <text>]')
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .option('--units <n>', translate('cli:optionUnits'), readUnits, 94)
    .option('--seed <text>', translate('cli:optionSeed'), 'thuoc-so')
    .action((options: DemoOptions) => run(makeDemo(options)));
};

function readUnits(text: string): number {
  const units = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
  if (units < 1 || units > mostUnits) throw new InvalidArgumentError('');
  return units;
}

function makeDemo({ out, units, seed }: DemoOptions): CommandAction {
  return async ({ loadContent, wording }) => {
    const content = loadContent();
    if (!content.ok) return content;
    const folder = path.resolve(out);
    // Loaded when it is needed, as nobody else does.
    const { writeDemo } = await import('../demo/writeDemo.ts');
    const written = await writeDemo(content.value, { folder, units, seed });
    if (!written.ok) return written;
    const files = Object.values(written.value.files).reduce((sum, count) => sum + count, 0);
    const { translate } = wording;
    return succeed({
      document: {
        folder,
        seed,
        units: written.value.units,
        files,
        stories: written.value.files,
        hostile: written.value.hostile,
      },
      text: folder,
      messages: [
        translate('cli:demoWritten', {
          units: written.value.units,
          files,
          hostile: written.value.hostile.length,
        }),
      ],
    });
  };
}
