import { expect, test } from 'vitest';
import { helpScreenOf } from './helpScreens.ts';

test.each([
  ['/', 'home'],
  ['/first-run', 'firstRun'],
  ['/settings', 'settings'],
  ['/backups', 'backups'],
  ['/dashboard', 'dashboard'],
  ['/dashboard/ranking', 'dashboard'],
  ['/guide', 'guide'],
  ['/assessments/a1', 'desk'],
  ['/assessments/a1/px-001', 'desk'],
  ['/assessments/a1/sign', 'sign'],
  ['/assessments/a1/overview', 'overview'],
  ['/chase', 'chase'],
  ['/assessments/a1/appraise', 'appraise'],
  ['/assessments/a1/appraise/px-001', 'appraise'],
  ['/somewhere', 'home'],
])('the help at %s is that of %s', (place, screen) => {
  expect(helpScreenOf(place)).toBe(screen);
});
