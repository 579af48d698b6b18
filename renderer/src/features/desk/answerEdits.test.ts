import { describe, expect, it } from 'vitest';
import { applyAnswerEdit, keyOfEdit } from './answerEdits.ts';

describe('edits of answers', () => {
  it('change one field and leave the others as they were', () => {
    const once = applyAnswerEdit({}, { criterionId: 'px-001', field: 'value', value: '3' });
    const twice = applyAnswerEdit(once, { criterionId: 'px-001', field: 'explanation', value: 'vì' });
    expect(twice).toEqual({
      'px-001': { value: '3', evidence: [], explanation: 'vì', notApplicable: '', assignee: '' },
    });
    expect(once['px-001']?.explanation).toBe('');
  });

  it('replace one another only within the same field of the same criterion', () => {
    const keys = [
      keyOfEdit({ criterionId: 'px-001', field: 'value', value: 1 }),
      keyOfEdit({ criterionId: 'px-001', field: 'value', value: 2 }),
      keyOfEdit({ criterionId: 'px-001', field: 'explanation', value: '' }),
      keyOfEdit({ criterionId: 'px-002', field: 'value', value: 1 }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
