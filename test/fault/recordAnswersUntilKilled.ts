import { randomUUID } from 'node:crypto';
import { readFileSync, readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { makeRandom, type RandomBelow } from './seededRandom.ts';

// Waits to be told "go", then records random answers for ever. Before each call it says what it intends, after it
// that it was acknowledged; both are written to the pipe before anything else happens.
const [databaseFile = '', contentFile = '', assessmentId = '', seed = '0'] = process.argv.slice(2);
const random = makeRandom(Number(seed));

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function pick<T>(values: readonly T[]): T {
  return values[random(values.length)] as T;
}

function randomEdit(): AnswerEdit {
  const field = pick(['value', 'value', 'evidence', 'explanation', 'notApplicable'] as const);
  if (field === 'value') return randomValue(random);
  const criterionId = pick(['px-001', 'px-002', 'px-003', 'px-004', 'px-005', 'px-006', 'px-007', 'px-010']);
  if (field === 'evidence') return { criterionId, field, value: randomCards() };
  return { criterionId, field, value: randomText() };
}

function randomText(): string {
  return random(5) === 0 ? '' : `Giải trình số ${String(random(1_000_000))} `.repeat(1 + random(60));
}

function randomCards() {
  return Array.from({ length: random(4) }, () => ({
    number: `${String(random(900))}/QĐ-UBND`,
    date: '2026-03-05',
    issuer: 'UBND phường',
    title: randomText().slice(0, 1500),
    page: '',
  }));
}

function randomValue(below: RandomBelow): AnswerEdit {
  const figure = () => String(below(1000));
  const total = 1 + below(1000);
  return pick<AnswerEdit>([
    { criterionId: 'px-002', field: 'value', value: pick([['a'], ['a', 'c'], ['b', 'c', 'd'], []]) },
    { criterionId: 'px-004', field: 'value', value: figure() },
    { criterionId: 'px-005', field: 'value', value: pick([figure(), null]) },
    { criterionId: 'px-006', field: 'value', value: pick([true, false, null]) },
    { criterionId: 'px-008', field: 'value', value: pick(['a', 'b', 'c']) },
    {
      criterionId: 'px-011',
      field: 'value',
      value: { denominator: String(total), numerator: String(below(total)) },
    },
    { criterionId: 'px-003', field: 'value', value: { parts: [figure(), pick([null, figure()])] } },
  ]);
}

// As JSON, because a child that is killed two hundred times should not spend its lives reading YAML.
const content = JSON.parse(readFileSync(contentFile, 'utf8')) as Content;
// A killed process would never leave its compiled modules to the next one.
flushCompileCache();
say('ready');
readSync(0, Buffer.alloc(16));
const opened = openWorkspace({
  databaseFile,
  contentFolder: '',
  content,
  now: () => new Date(),
  newId: randomUUID,
  appVersion: '1.2.3',
});
if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
for (let number = 0; ; number += 1) {
  const edits = Array.from({ length: 1 + random(3) }, randomEdit);
  say(`intend ${JSON.stringify(edits)}`);
  const recorded = recordAnswers(opened.value.context, { assessmentId, edits });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
  say(`acknowledged ${String(number)}`);
}
