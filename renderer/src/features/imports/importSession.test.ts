import { describe, expect, it } from 'vitest';
import type { CallName, ImportFile, ImportProgress } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { ImportSession, type ImportBackend } from './importSession.ts';

const file: ImportFile = {
  number: 1,
  name: 'a.thuocso',
  size: 1,
  state: 'waiting',
  verdict: null,
  errors: [],
  warnings: [],
  kind: null,
  unit: null,
  period: null,
  setId: null,
  setVersion: null,
  revision: null,
  signer: null,
  changes: 0,
  conflicts: 0,
  quarantined: false,
  assessmentId: null,
};

/** A backend that checks one file at each question, then imports one at each question. */
function createBackend(answers: Partial<Record<CallName, Result<unknown>>> = {}) {
  const received: string[] = [];
  const asked: [CallName, unknown][] = [];
  let state: ImportProgress['state'] = 'receiving';
  let done = 0;
  const step = (): ImportProgress => {
    done += 1;
    const isChecking = state === 'checking';
    const total = received.length;
    const changed = {
      ...file,
      number: done,
      name: received[done - 1] ?? '',
      state: isChecking ? ('checked' as const) : ('imported' as const),
      verdict: 'new' as const,
    };
    if (done >= total) state = isChecking ? 'checked' : 'done';
    return { id: 'i', state, total, done, cursor: done, files: [changed] };
  };
  const call = (name: CallName, input: unknown): Promise<Result<unknown>> => {
    asked.push([name, input]);
    const answer = answers[name];
    if (answer) return Promise.resolve(answer);
    if (name === 'imports.start') return Promise.resolve(succeed({ id: 'i' }));
    if (name === 'imports.read') return Promise.resolve(succeed(step()));
    if (name === 'imports.check') state = 'checking';
    if (name === 'imports.commit') state = 'importing';
    done = 0;
    return Promise.resolve(succeed({}));
  };
  const backend = {
    call,
    upload: (_id: string, { name }: File) => {
      received.push(name);
      return Promise.resolve(
        name === 'gone.thuocso' ? failWith('file-unreadable', { path: name }) : succeed({ number: 1 }),
      );
    },
    wait: () => Promise.resolve(),
  } as ImportBackend;
  return { backend, received, asked };
}

const named = (...names: readonly string[]): File[] => names.map((name) => new File(['x'], name));

describe('an import on the screen', () => {
  it('hands every file over and has it looked at without being asked', async () => {
    const { backend, received } = createBackend();
    const session = new ImportSession(backend);
    const phases = new Set<string>();
    session.subscribe(() => phases.add(session.snapshot().phase));
    await session.begin(named('a', 'b', 'c', 'd', 'e'), 2);
    expect(received).toHaveLength(5);
    expect([...phases]).toEqual(['sending', 'checking', 'checked']);
    expect(session.snapshot()).toMatchObject({ phase: 'checked', done: 5, total: 5, skipped: 2 });
    expect(session.snapshot().files.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('names a file that could not be handed over and goes on with the others', async () => {
    const session = new ImportSession(createBackend().backend);
    await session.begin(named('a', 'gone.thuocso'), 0);
    expect(session.snapshot()).toMatchObject({
      phase: 'checked',
      notSent: [{ name: 'gone.thuocso', errors: [{ code: 'file-unreadable' }] }],
    });
  });

  it('imports what was chosen, with the keys that a person has accepted', async () => {
    const { backend, asked } = createBackend();
    const session = new ImportSession(backend);
    await session.begin(named('a', 'b'), 0);
    await session.commit([2], ['key']);
    expect(asked).toContainEqual(['imports.commit', { id: 'i', files: [2], acceptSigners: ['key'] }]);
    expect(session.snapshot().phase).toBe('done');
  });

  it('goes back to the list where the import was refused, and says why', async () => {
    const { backend } = createBackend({ 'imports.commit': failWith('disk-full') });
    const session = new ImportSession(backend);
    await session.begin(named('a'), 0);
    await session.commit([1], []);
    expect(session.snapshot()).toMatchObject({ phase: 'checked', errors: [{ code: 'disk-full' }] });
  });

  it('gives up a backend that stays silent', async () => {
    const { backend, asked } = createBackend({ 'imports.read': failWith('backend-unreachable') });
    const session = new ImportSession(backend);
    await session.begin(named('a'), 0);
    expect(session.snapshot()).toMatchObject({ phase: 'failed', errors: [{ code: 'backend-unreachable' }] });
    expect(asked.filter(([name]) => name === 'imports.read').length).toBeGreaterThan(2);
  });

  it('stops handing over when it is cancelled, and looks at nothing', async () => {
    const { backend, received, asked } = createBackend();
    const session = new ImportSession(backend);
    const begun = session.begin(named(...Array.from({ length: 50 }, (_, at) => String(at))), 0);
    await session.cancel();
    await begun;
    expect(received.length).toBeLessThan(50);
    expect(session.snapshot().phase).toBe('cancelled');
    expect(asked.map(([name]) => name)).not.toContain('imports.check');
  });
});
