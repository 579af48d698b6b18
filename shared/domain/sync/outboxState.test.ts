import { expect, test } from 'vitest';
import { appError } from '../../errors/result.ts';
import { delayBeforeNextTry } from './backOff.ts';
import { isNeededBy, inImportOrder } from './neededFiles.ts';
import { acknowledge, beginSending, endFailed, endSent, isDue, isOpen } from './outboxState.ts';
import { concernsWholeTarget, needsPerson } from './personNeeded.ts';

const now = new Date('2026-12-01T01:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const begun = beginSending({ kind: 'waiting' }, now.toISOString());
const failedBy = (code: 'target-busy' | 'target-forbidden') =>
  endFailed(begun, { error: appError(code), needsPerson: needsPerson(code) }, now, 0);

test('a package waits, is sent, and is received when its receipt has come', () => {
  expect(isDue({ kind: 'waiting' }, now)).toBe(true);
  expect(begun).toEqual({ kind: 'sending', attempts: 1, since: now.toISOString() });
  const sent = endSent(begun, later(2).toISOString());
  expect([isOpen(sent), isDue(sent, later(9e9))]).toEqual([false, false]);
  const receipt = { receivedAt: later(60).toISOString(), receiverName: 'Thành phố Đà Nẵng' };
  expect(acknowledge(sent, receipt)).toEqual({ kind: 'received', sentAt: sent.sentAt, ...receipt });
});

test('what a killed process was sending is due again, and counts as an attempt', () => {
  expect(isDue(begun, now)).toBe(true);
  expect(beginSending(begun, now.toISOString())).toMatchObject({ attempts: 2 });
});

test('a failure that passes is tried again later, one that needs a person when somebody asks', () => {
  const busy = failedBy('target-busy');
  expect(busy).toMatchObject({ kind: 'failed', attempts: 1, nextTryAt: later(30).toISOString() });
  expect([isDue(busy, later(29)), isDue(busy, later(30))]).toEqual([false, true]);
  // The clock was a year ahead when it failed, and has been set right.
  expect(isDue(busy, later(-365 * 86_400))).toBe(true);
  const forbidden = failedBy('target-forbidden');
  expect(forbidden).toMatchObject({ nextTryAt: null });
  expect(isDue(forbidden, now)).toBe(true);
  expect(beginSending(forbidden, now.toISOString())).toMatchObject({ attempts: 2 });
});

test('delays double up to six hours, and chance takes away up to a half', () => {
  expect([1, 2, 3].map((attempts) => delayBeforeNextTry(attempts, 0))).toEqual([30_000, 60_000, 120_000]);
  expect(delayBeforeNextTry(1, 1)).toBe(15_000);
  expect([delayBeforeNextTry(40, 0), delayBeforeNextTry(2000, 0)]).toEqual([21_600_000, 21_600_000]);
});

test('a commune fetches what comes back, those above it what the units send', () => {
  const kinds = ['assessment', 'bundle', 'review', 'receipt'] as const;
  const neededBy = (role: 'commune' | 'aggregator' | 'city') =>
    kinds.filter((kind) => isNeededBy(role, { kind }));
  expect(neededBy('commune')).toEqual(['review', 'receipt']);
  expect(neededBy('aggregator')).toEqual([...kinds]);
  expect(neededBy('city')).toEqual(['assessment', 'bundle', 'review']);
});

test('what others speak of is imported first', () => {
  const files = [
    { kind: 'receipt', revision: 1 },
    { kind: 'assessment', revision: 2 },
    { kind: 'review', revision: 1 },
    { kind: 'assessment', revision: 1 },
  ] as const;
  expect(inImportOrder(files)).toEqual([files[3], files[1], files[2], files[0]]);
});

test('a locked file stops one package, a dead network all of them', () => {
  expect(concernsWholeTarget('target-locked')).toBe(false);
  expect(concernsWholeTarget('target-unreachable')).toBe(true);
});
