import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallName, ImportProgress } from '#shared/api/contract.ts';
import { openedFilesRoute } from '#shared/api/openedFiles.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { ImportSession, type ImportBackend } from '../features/imports/importSession.ts';
import { useImportDesk } from '../features/imports/useImportDesk.ts';
import { takeOpenedFiles } from './takeOpenedFiles.ts';

/** What each import that was begun has been handed: names of files, and how much was in them. */
let handedOver: string[][] = [];
/** Opened outside, and not asked for yet. */
let opened: string[] = [];

function makeSession(): ImportSession {
  const files: string[] = [];
  let state: ImportProgress['state'] = 'checked';
  const call = (name: CallName): Promise<Result<unknown>> => {
    if (name === 'imports.start') handedOver.push(files);
    if (name === 'imports.commit') state = 'done';
    const progress = { id: 'i', state, total: 1, done: 1, cursor: 1, files: [] };
    return Promise.resolve(succeed(name === 'imports.read' ? progress : { id: 'i' }));
  };
  const upload = (_id: string, { name, size }: File) => {
    files.push(`${name} ${String(size)}`);
    return Promise.resolve(succeed({ number: files.length }));
  };
  return new ImportSession({ call, upload, wait: () => Promise.resolve() } as ImportBackend);
}

function answer(address: string): Promise<Response> {
  const list = () =>
    opened.splice(0).map((name) => ({ name, address: `${openedFilesRoute}/${encodeURIComponent(name)}` }));
  if (address === openedFilesRoute) return Promise.resolve(Response.json({ files: list() }));
  const lost = new ReadableStream({ start: (controller) => controller.error(new Error('lost')) });
  return Promise.resolve(new Response(address.endsWith('gone') ? lost : 'bytes'));
}

/** Phases of imports that were taken away from under somebody. */
let takenAway: string[] = [];

beforeEach(() => {
  handedOver = [];
  opened = [];
  takenAway = [];
  vi.stubGlobal('fetch', answer);
  useImportDesk.setState({
    session: makeSession(),
    startOver: () => {
      if (phase() !== 'done') takenAway.push(phase());
      useImportDesk.setState({ session: makeSession() });
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  useImportDesk.setState(useImportDesk.getInitialState());
});

async function open(...names: readonly string[]): Promise<void> {
  opened.push(...names);
  await takeOpenedFiles(() => undefined);
}

const phase = () => useImportDesk.getState().session.snapshot().phase;
const commit = () => useImportDesk.getState().session.commit([1], []);

test('files that are opened at nearly the same moment do not take each other away', async () => {
  await Promise.all([open('a'), open('b'), open('c')]);
  expect([phase(), handedOver, takenAway]).toEqual(['checked', [['a 5', 'b 5', 'c 5']], []]);
});

test('what is opened while an import is under way waits for its end, and then comes whole', async () => {
  await open('a');
  const later = [open('b'), open('c')];
  await nextTurn();
  expect([phase(), handedOver]).toEqual(['checked', [['a 5']]]);
  await commit();
  await Promise.all(later);
  expect([handedOver, takenAway]).toEqual([[['a 5'], ['b 5', 'c 5']], []]);
});

test('what is opened comes also when the import before it is left instead of finished', async () => {
  await open('a');
  const later = open('b');
  await nextTurn();
  useImportDesk.getState().startOver();
  await later;
  expect(handedOver).toEqual([['a 5'], ['b 5']]);
});

test('a file that is gone before it can be read arrives empty, and the others with it', async () => {
  await open('gone', 'b');
  expect(handedOver).toEqual([['gone 0', 'b 5']]);
});
