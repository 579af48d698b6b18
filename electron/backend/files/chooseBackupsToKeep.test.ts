import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseBackupsToKeep, type DatedBackup } from './chooseBackupsToKeep.ts';

const day = 24 * 60 * 60 * 1000;
const today = Date.parse('2026-11-21T08:00:00.000Z');

function madeBefore(days: number, label = ''): DatedBackup {
  const createdAt = new Date(today - days * day);
  return { name: `${createdAt.toISOString()}${label}`, createdAt };
}

test('of two years of daily backups the last 7 days, 4 weeks and 12 months remain', () => {
  const backups = Array.from({ length: 730 }, (_, days) => madeBefore(days));
  const kept = [...chooseBackupsToKeep(backups)].map((name) => name.slice(2, 10)).toSorted();
  const months =
    '25-12-31 26-01-31 26-02-28 26-03-31 26-04-30 26-05-31 26-06-30 26-07-31 26-08-31 26-09-30 26-10-31';
  // 21 November 2026 is a Saturday; weeks end on Sunday.
  const weeks = '26-11-01 26-11-08 26-11-15';
  const days = '26-11-16 26-11-17 26-11-18 26-11-19 26-11-20 26-11-21';
  expect(kept.join(' ')).toBe(`${months} ${weeks} ${days}`);
});

test('every backup of the last days stays, so that restoring twice in a day loses nothing', () => {
  const backups = [madeBefore(0, 'a'), madeBefore(0, 'b'), madeBefore(0, 'c'), madeBefore(1)];
  expect(chooseBackupsToKeep(backups).size).toBe(4);
});

test('a clock that jumps does not empty the folder', () => {
  const backups = [madeBefore(-36_500), ...Array.from({ length: 6 }, (_, days) => madeBefore(days))];
  expect(chooseBackupsToKeep(backups).size).toBe(7);
});

test('the newest always stays, and what is kept would be kept again', () => {
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.uniqueArray(dates, { minLength: 1, maxLength: 60, selector: Number }), (createdAts) => {
      const backups = createdAts.map((createdAt) => ({ name: createdAt.toISOString(), createdAt }));
      const kept = chooseBackupsToKeep(backups);
      const newest = backups.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))[0];
      expect(kept).toContain(newest?.name);
      expect(chooseBackupsToKeep(backups.filter((backup) => kept.has(backup.name)))).toEqual(kept);
    }),
  );
});
