import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import { emptyAnswer, type Answers } from '#shared/domain/assessment/answer.ts';
import { productFolder } from './content.ts';
import { fillPeriod, type FilledUnit } from './filledPeriod.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';
import { realContent } from './testWorkspace.ts';
import { valueOf } from './valueOf.ts';

/** Two wards and two communes. */
const units = ['20242', '20209', '20308', '20332'];

/** Stands in an explanation of every unit, behind the beginning of a formula. */
export const personNamed = 'Bà Trần Thị Bí Mật';

/** A data file of its own with the same four assessments of 2026 in each test; thrown away with its folder. */
export interface FilledDatabase {
  readonly folder: string;
  readonly file: string;
  /** Adds assessments. */
  readonly add: (more: readonly FilledUnit[]) => void;
  readonly open: () => Workspace;
}

let filled: Uint8Array | undefined;

export function makeFilledDatabase(): FilledDatabase {
  const folder = makeTemporaryFolder();
  const file = path.join(folder, 'data.sqlite');
  const open = () =>
    valueOf(
      openWorkspace({
        databaseFile: file,
        contentFolder: path.join(productFolder, 'criteria'),
        content: realContent(),
        now: () => new Date('2026-11-21T08:00:00Z'),
        newId: randomUUID,
        appVersion: '1.2.3',
      }),
    );
  const add: FilledDatabase['add'] = (more) => {
    const workspace = open();
    fillPeriod(workspace.context, more);
    workspace.close();
  };
  // Filling in takes longer than most tests.
  if (filled) writeFileSync(file, filled);
  else add(units.map((unitCode) => ({ unitCode, change: nameInExplanation })));
  filled ??= readFileSync(file);
  return { folder, file, add, open };
}

function nameInExplanation(answers: Answers): Answers {
  const explanation = `=HYPERLINK("http://x") ${personNamed}`;
  return { ...answers, 'px-002': { ...emptyAnswer, ...answers['px-002'], explanation } };
}
