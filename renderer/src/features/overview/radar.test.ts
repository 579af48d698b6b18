import { expect, test } from 'vitest';
import { pointOnSpoke, polygon } from './radar.ts';

const centre = { x: 100, y: 100 };

test('the first spoke points up, the others follow clockwise', () => {
  const tips = [0, 1, 2, 3].map((index) => pointOnSpoke(centre, 50, 4, index, 100));
  expect(polygon(tips)).toBe('100.0,50.0 150.0,100.0 100.0,150.0 50.0,100.0');
});

test('half of the maximum lies half way out, nothing lies at the centre', () => {
  expect(polygon([pointOnSpoke(centre, 50, 4, 0, 50), pointOnSpoke(centre, 50, 4, 2, 0)])).toBe(
    '100.0,75.0 100.0,100.0',
  );
});
