import { afterEach, expect, test, vi } from 'vitest';
import { succeed } from '#shared/errors/result.ts';
import { useImportDesk } from './useImportDesk.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  useImportDesk.setState(useImportDesk.getInitialState());
});

test('files that were looked at and left are not kept until the application ends', async () => {
  const asked: string[] = [];
  const progress = { id: 'i', state: 'checked', total: 0, done: 0, cursor: 0, files: [] };
  const invoke = (name: string) => {
    asked.push(name);
    return Promise.resolve(succeed(name === 'imports.read' ? progress : { id: 'i' }));
  };
  vi.stubGlobal('window', { thuocSo: { invoke, onEvent: () => undefined } });
  const { session, startOver } = useImportDesk.getState();
  await session.begin([], 0);
  expect(session.snapshot().phase).toBe('checked');
  startOver();
  expect(asked.at(-1)).toBe('imports.cancel');
  expect(useImportDesk.getState().session.snapshot().phase).toBe('choosing');
});
