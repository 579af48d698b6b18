import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findSet } from '#backend/files/content.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { realContent, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { heldQueues } from './heldQueues.ts';
import { SaveQueue } from './saveQueue.ts';
import { rememberSet, saveSheet } from './saveSheet.ts';
import { useTypedTexts } from './typedTexts.ts';

const sheet = 'sheet';

/** What the backend says of the sheet itself; null while it does not answer. */
let signingState: 'open' | 'signed' | null = 'open';

beforeEach(() => {
  signingState = 'open';
  vi.stubGlobal('window', {
    thuocSo: {
      invoke: () =>
        signingState === null
          ? Promise.reject(new Error('gone'))
          : Promise.resolve(succeed({ signing: { state: signingState } })),
    },
  });
  rememberSet(sheet, valueOf(findSet(realContent(), 'da-nang-phuong-xa', '1.0.0')).set);
});

afterEach(() => {
  vi.unstubAllGlobals();
  heldQueues.clear();
  useTypedTexts.setState({ byPlace: {} });
});

function hold(part: 'answers' | 'header', reply: () => Result<{ savedAt: string }>) {
  const queue = new SaveQueue<readonly string[], string>({
    initial: [],
    savedAt: null,
    apply: (all, edit) => [...all, edit],
    keyOf: (edit) => edit,
    groupOf: (edit) => edit,
    send: () => Promise.resolve(reply()),
    timer: { start: () => () => undefined },
  });
  heldQueues.set(`${sheet}/${part}`, queue);
  return queue;
}

const saved = () => succeed({ savedAt: '2026-11-22T03:24:00.000Z' });

test('what waits is saved, and then nothing stands in the way', async () => {
  hold('answers', saved).record('px-006', 'typing');
  hold('header', saved).record('address', 'typing');
  expect(await saveSheet(sheet)).toEqual(succeed(null));
  expect(await saveSheet('another')).toEqual(succeed(null));
});

test('what could not be saved is named in printed order and stays', async () => {
  const answers = hold('answers', () => failWith('backend-unreachable'));
  for (const id of ['px-008', 'px-006']) answers.record(id, 'typing');
  hold('header', () => failWith('backend-unreachable')).record('address', 'typing');
  signingState = null;
  expect(await saveSheet(sheet)).toEqual({
    ok: false,
    errors: [
      { code: 'answers-unsaved', params: { criteria: '1.6, 2.1' } },
      { code: 'header-unsaved', params: {} },
    ],
  });
  expect(answers.unsaved()).toEqual(['px-008', 'px-006']);
});

test('a refused answer and a text that cannot be saved count, too', async () => {
  hold('answers', () => failWith('documents-too-many', { limit: 50 })).record('px-006', 'choice');
  useTypedTexts.getState().keep(`${sheet}/px-008/value/only`, '12x', true);
  useTypedTexts.getState().keep(`${sheet}/px-009/value/only`, '12', false);
  useTypedTexts.getState().keep('another/header/address', 'x', true);
  expect(await saveSheet(sheet)).toMatchObject({
    errors: [{ code: 'answers-unsaved', params: { criteria: '1.6, 2.1' } }],
  });
  useTypedTexts.getState().keep(`${sheet}/header/address`, 'x', true);
  expect(await saveSheet(sheet)).toMatchObject({ errors: [{}, { code: 'header-unsaved' }] });
});

test('what was typed before somebody else signed does not stand in the way of what is signed', async () => {
  hold('answers', () => failWith('assessment-signed', { revision: 1 })).record('px-006', 'choice');
  signingState = 'signed';
  expect(await saveSheet(sheet)).toEqual(succeed(null));
});
