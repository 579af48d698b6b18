import { describe, expect, it } from 'vitest';
import { givenPointsOf } from './givenPoints.ts';

function decided(decision: 'accepted' | 'adjusted' | 'returned', changes: object = {}) {
  return {
    decision,
    points: decision === 'adjusted' ? '0.25' : null,
    reason: '',
    author: '',
    changedAt: '2026-12-10T08:00:00.000Z',
    isOutdated: false,
    ...changes,
  };
}

describe('the points that the level above gives', () => {
  it('are the declared ones where it accepts, its own where it adjusts', () => {
    expect(givenPointsOf({ appraised: decided('accepted'), final: null })).toEqual({
      stage: 'appraised',
      points: null,
    });
    expect(givenPointsOf({ appraised: decided('adjusted'), final: null })).toEqual({
      stage: 'appraised',
      points: '0.25',
    });
  });

  it('are the final ones once there are any', () => {
    expect(givenPointsOf({ appraised: decided('adjusted'), final: decided('accepted') })).toEqual({
      stage: 'final',
      points: null,
    });
  });

  it('are none while it waits for an answer, and none for an answer that no longer stands', () => {
    expect(givenPointsOf({ appraised: null, final: null })).toBeNull();
    expect(givenPointsOf({ appraised: decided('returned'), final: null })).toBeNull();
    expect(givenPointsOf({ appraised: decided('accepted', { isOutdated: true }), final: null })).toBeNull();
  });
});
