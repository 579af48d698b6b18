import { describe, expect, it } from 'vitest';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { SaveQueue, type SaveTimer } from './saveQueue.ts';

interface Edit {
  readonly criterion: string;
  readonly field: string;
  readonly value: string;
}
type Values = Readonly<Record<string, string>>;
type Reply = Result<{ savedAt: string }>;

const saved: Reply = succeed({ savedAt: '2026-11-21T03:24:00.000Z' });
const edit = (criterion: string, value: string, field = 'value'): Edit => ({ criterion, field, value });

/** A clock that only moves when told to. */
class ManualTimer implements SaveTimer {
  #now = 0;
  #pending: { readonly due: number; readonly run: () => void }[] = [];
  readonly start = (run: () => void, milliseconds: number): (() => void) => {
    const entry = { due: this.#now + milliseconds, run };
    this.#pending.push(entry);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== entry);
    };
  };
  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#pending.filter((entry) => entry.due <= this.#now);
    this.#pending = this.#pending.filter((entry) => entry.due > this.#now);
    for (const entry of due) entry.run();
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

function setUp(reply: (edits: readonly Edit[]) => Reply | Promise<Reply>, unsaved: readonly Edit[] = []) {
  const requests: { readonly edits: readonly Edit[]; readonly leaving: boolean }[] = [];
  const timer = new ManualTimer();
  const queue = new SaveQueue<Values, Edit>({
    initial: {},
    savedAt: null,
    unsaved,
    apply: (values, { criterion, field, value }) => ({ ...values, [`${criterion}.${field}`]: value }),
    keyOf: ({ criterion, field }) => `${criterion}.${field}`,
    groupOf: ({ criterion }) => criterion,
    send: async (edits, leaving) => {
      requests.push({ edits, leaving });
      return reply(edits);
    },
    timer,
  });
  return { queue, timer, requests };
}

describe('the save queue', () => {
  it('lets the screen follow typing when there is time, and at once when a field is left', () => {
    const { queue } = setUp(() => saved);
    const urgencies: string[] = [];
    queue.subscribe((urgency) => urgencies.push(urgency));
    queue.record(edit('1.1', '20'), 'typing');
    expect(urgencies).toEqual(['soon']);
    void queue.flush();
    expect(urgencies[1]).toBe('now');
    expect(queue.snapshot().current).toEqual({ '1.1.value': '20' });
  });

  it('waits for a pause in typing and sends only the last text of a field', async () => {
    const { queue, timer, requests } = setUp(() => saved);
    for (const text of ['1', '12', '123']) {
      queue.record(edit('a', text), 'typing');
      await timer.pass(100);
    }
    expect(requests).toEqual([]);
    expect(queue.snapshot()).toEqual({ current: { 'a.value': '123' }, status: { kind: 'waiting' } });
    await timer.pass(400);
    expect(requests).toEqual([{ edits: [edit('a', '123')], leaving: false }]);
  });

  it('does not let steady typing stay unsent for ever', async () => {
    const { queue, timer, requests } = setUp(() => saved);
    for (let stroke = 0; stroke < 25; stroke += 1) {
      queue.record(edit('a', 'x'.repeat(stroke + 1)), 'typing');
      await timer.pass(100);
    }
    expect(requests.length).toBeGreaterThanOrEqual(1);
  });

  it('sends a choice at once, with what was typed before it', () => {
    const { queue, requests } = setUp(() => saved);
    queue.record(edit('a', 'text', 'explanation'), 'typing');
    queue.record(edit('a', 'yes'), 'choice');
    expect(requests[0]?.edits).toEqual([edit('a', 'text', 'explanation'), edit('a', 'yes')]);
  });

  it('says saved only after the acknowledgement', async () => {
    let acknowledge = (_: Reply): void => {};
    const { queue } = setUp(() => new Promise((resolve) => (acknowledge = resolve)));
    queue.record(edit('a', 'yes'), 'choice');
    expect(queue.snapshot().status).toEqual({ kind: 'saving' });
    await settle();
    acknowledge(saved);
    await settle();
    expect(queue.snapshot().status).toEqual({ kind: 'saved', savedAt: '2026-11-21T03:24:00.000Z' });
  });

  it('sends what is typed during a request after it, never beside it', async () => {
    const acknowledgements: ((reply: Reply) => void)[] = [];
    const { queue, requests } = setUp(() => new Promise((resolve) => acknowledgements.push(resolve)));
    queue.record(edit('a', '1'), 'choice');
    queue.record(edit('a', '2'), 'choice');
    await settle();
    expect(requests.length).toBe(1);
    acknowledgements[0]?.(saved);
    await settle();
    expect(requests.map(({ edits }) => edits[0]?.value)).toEqual(['1', '2']);
    expect(queue.snapshot().current).toEqual({ 'a.value': '2' });
  });

  it('keeps edits that could not be sent and tries again by itself, later edits winning', async () => {
    let isDown = true;
    const { queue, timer, requests } = setUp(() => (isDown ? failWith('backend-unreachable') : saved));
    queue.record(edit('a', 'old'), 'choice');
    await settle();
    expect(queue.snapshot()).toEqual({
      current: { 'a.value': 'old' },
      status: { kind: 'failed', errors: [{ code: 'backend-unreachable', params: {} }] },
    });
    queue.record(edit('a', 'new'), 'typing');
    queue.record(edit('b', 'yes'), 'typing');
    isDown = false;
    await timer.pass(2000);
    expect(requests.at(-1)?.edits).toEqual([edit('a', 'new'), edit('b', 'yes')]);
    expect(queue.snapshot().status.kind).toBe('saved');
  });

  it('tries again after any failure of the disk, a drive that was away for a moment too', async () => {
    for (const code of ['disk-full', 'file-not-writable', 'file-unreadable', 'file-not-found'] as const) {
      const replies = [failWith(code), saved];
      const { queue, timer } = setUp(() => replies.shift() ?? saved);
      queue.record(edit('a', 'yes'), 'choice');
      await settle();
      expect(queue.snapshot().status.kind, code).toBe('failed');
      await timer.pass(2000);
      expect(queue.snapshot().status.kind, code).toBe('saved');
    }
  });

  it('saves the other criteria when one is refused, and keeps the refused text on the screen', async () => {
    const { queue } = setUp((edits) =>
      edits.some(({ value }) => value === 'bad') ? failWith('points-off-step', {}) : saved,
    );
    queue.record(edit('a', 'bad'), 'typing');
    queue.record(edit('b', 'good'), 'typing');
    await queue.flush();
    expect(queue.snapshot().current).toEqual({ 'a.value': 'bad', 'b.value': 'good' });
    expect(queue.snapshot().status.kind).toBe('refused');
    queue.record(edit('a', 'better'), 'choice');
    await settle();
    expect(queue.snapshot().current).toEqual({ 'a.value': 'better', 'b.value': 'good' });
    expect(queue.snapshot().status.kind).toBe('saved');
  });

  it('forgets what was refused once a later text of the same field is on its way', async () => {
    const replies: ((reply: Reply) => void)[] = [];
    const { queue, requests } = setUp(() => new Promise((resolve) => replies.push(resolve)));
    queue.record(edit('a', 'bad'), 'choice');
    await settle();
    queue.record(edit('a', 'good'), 'choice');
    replies[0]?.(failWith('points-off-step', {}));
    await settle();
    replies[1]?.(saved);
    await settle();
    expect(requests.map(({ edits }) => edits[0]?.value)).toEqual(['bad', 'good']);
    expect(queue.snapshot()).toMatchObject({ current: { 'a.value': 'good' }, status: { kind: 'saved' } });
  });

  it('sends everything unsaved when the page goes away, also what is under way', () => {
    const { queue, requests } = setUp(() => new Promise<Reply>(() => {}));
    queue.record(edit('a', '1'), 'choice');
    queue.record(edit('b', '2'), 'typing');
    queue.flushOnLeave();
    expect(requests.at(-1)).toEqual({ edits: [edit('a', '1'), edit('b', '2')], leaving: true });
  });

  it('leaves what it could not save to the queue that follows, and never tries again beside it', async () => {
    const left = setUp(() => failWith('backend-unreachable'));
    left.queue.record(edit('a', 'old'), 'choice');
    await settle();
    const next = setUp(() => saved, left.queue.unsaved());
    left.queue.handOver(next.queue);
    expect(next.queue.snapshot()).toEqual({ current: { 'a.value': 'old' }, status: { kind: 'waiting' } });
    next.queue.record(edit('a', 'new'), 'choice');
    await settle();
    await left.timer.pass(60_000);
    expect(left.requests.length).toBe(1);
    left.queue.record(edit('b', 'late'), 'choice');
    await settle();
    expect(next.requests.map(({ edits }) => edits)).toEqual([[edit('a', 'new')], [edit('b', 'late')]]);
    expect(next.queue.snapshot().status.kind).toBe('saved');
  });

  it('does not try again what was under way when another queue took over', async () => {
    let answer = (_: Reply): void => {};
    const left = setUp(() => new Promise((resolve) => (answer = resolve)));
    left.queue.record(edit('a', 'old'), 'choice');
    await settle();
    const next = setUp(() => saved, left.queue.unsaved());
    left.queue.handOver(next.queue);
    answer(failWith('database-in-use'));
    await settle();
    await left.timer.pass(60_000);
    expect(left.requests.length).toBe(1);
    await next.queue.flush();
    expect(next.requests.map(({ edits }) => edits)).toEqual([[edit('a', 'old')]]);
  });

  it('takes what the backend changed by itself, with what is unsaved still on top', () => {
    const { queue } = setUp(() => saved);
    const urgencies: string[] = [];
    queue.subscribe((urgency) => urgencies.push(urgency));
    queue.record(edit('a', 'typed'), 'typing');
    queue.replace(
      (before) => ({ ...before, 'a.value': 'undone', 'b.value': 'undone' }),
      '2026-11-21T04:00:00.000Z',
    );
    expect(queue.snapshot().current).toEqual({ 'a.value': 'typed', 'b.value': 'undone' });
    expect(urgencies).toEqual(['soon', 'now']);
  });

  it('sends nothing while it is paused, also what failed before, and goes on when it is resumed', async () => {
    let reply: Reply = failWith('backend-unreachable');
    const { queue, timer, requests } = setUp(() => reply);
    queue.record(edit('a', '1'), 'choice');
    await settle();
    queue.pause();
    reply = saved;
    queue.record(edit('b', '2'), 'typing');
    queue.flushOnLeave();
    await queue.flush();
    await timer.pass(60_000);
    expect(requests).toHaveLength(1);
    await queue.resume();
    expect(requests[1]?.edits).toEqual([edit('a', '1'), edit('b', '2')]);
    expect(queue.status().kind).toBe('saved');
  });
});
