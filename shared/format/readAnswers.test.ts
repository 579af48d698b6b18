import { describe, expect, test } from 'vitest';
import { readContent } from '../../test/helpers/content.ts';
import { findCriterion } from '../domain/criteria/criteriaOfSet.ts';
import { readAnswers } from './readAnswers.ts';

const content = readContent();

const head = {
  format: 'thuoc-so-answers',
  version: 1,
  criteriaSet: 'da-nang-phuong-xa',
  criteriaVersion: '1.0.0',
  unit: '20242',
  period: '2026',
};

function read(answers: object, changes: object = {}): ReturnType<typeof readAnswers> {
  return readAnswers(JSON.stringify({ ...head, answers, ...changes }), content);
}

/** The faults as `code place`, in any order. */
function faultsOf(result: ReturnType<typeof readAnswers>): readonly string[] {
  if (result.ok) throw new Error('Nothing was refused');
  return result.errors.map(({ code, place = '' }) => `${code} ${place}`).toSorted();
}

describe('what is accepted', () => {
  test('codes and permanent ids, figures with comma or point, texts in NFD, days as officers write them', () => {
    const result = read({
      ' 1.5 ': { value: '1,50' },
      '3.3': { value: { numerator: '2.5', denominator: '10,0' } },
      '1.1': {
        value: null,
        explanation: 'Đã họp'.normalize('NFD'),
        evidence: [{ number: '12/QĐ-UBND'.normalize('NFD'), date: '5/3/2026', page: 2 }],
      },
    });
    const answers = result.ok ? result.value.answers : {};
    const idOf = (code: string): string =>
      (result.ok && findCriterion(result.value.frame.set, code)?.id) || code;
    expect(answers[idOf('1.5')]?.value).toBe('1.5');
    expect(answers[idOf('3.3')]?.value).toEqual({ numerator: '2.5', denominator: '10' });
    expect(answers['px-001']).toEqual({
      value: null,
      explanation: 'Đã họp',
      notApplicable: '',
      evidence: [{ number: '12/QĐ-UBND', date: '2026-03-05', issuer: '', title: '', page: '2' }],
    });
  });

  test('parts of a sum that are not answered yet, and parts that do not apply with a reason', () => {
    const parts = [{ numerator: 1, denominator: 2 }, { notApplicable: 'Không có hồ sơ' }];
    expect(read({ '6.4': { value: { parts } }, '1.1': { value: { parts: ['a', null] } } }).ok).toBe(true);
  });

  test('a unit is the one that carried the code on the last day of the period', () => {
    const result = read({}, { unit: '20242', period: '2024' });
    expect(result.ok && result.value.unit.list.id).toBe('da-nang-2024');
  });
});

describe('what is no answers file', () => {
  test.each([
    ['{"format":', 'json-malformed'],
    ['[]', 'format-unknown'],
    ['{"format":"thuoc-so-answers"}', 'format-unknown'],
    ['{"format":"other","version":1}', 'format-unknown'],
    ['{"format":"thuoc-so-answers","version":0}', 'format-unknown'],
    ['{"format":"thuoc-so-answers","version":2}', 'format-too-new'],
  ])('%s is %s', (text, code) => {
    expect(readAnswers(text, content)).toMatchObject({ ok: false, errors: [{ code }] });
  });
});

describe('what is refused, with its place', () => {
  test('everything wrong with the head, at once', () => {
    expect(faultsOf(read({}, { criteriaSet: 'x', unit: '99999', period: '2026-Q5', extra: 1 }))).toEqual([
      'criteria-set-unknown criteriaSet',
      'field-unknown extra',
      'period-malformed period',
      'unit-unknown unit',
    ]);
    expect(faultsOf(read({}, { criteriaVersion: '9.0.0' }))).toEqual([
      'criteria-set-unknown criteriaVersion',
    ]);
    expect(faultsOf(readAnswers('{"format":"thuoc-so-answers","version":1}', content))).toEqual(
      ['answers', 'criteriaSet', 'criteriaVersion', 'period', 'unit'].map(
        (field) => `field-missing ${field}`,
      ),
    );
    expect(faultsOf(read({}, { unit: 20242 }))).toEqual(['text-expected unit']);
    expect(faultsOf(read({}, { answers: [] }))).toEqual(['object-expected answers']);
  });

  test('a unit outside its time, and a set for other units', () => {
    expect(faultsOf(read({}, { unit: '20236' }))).toEqual(['unit-not-in-force unit']);
    expect(faultsOf(read({ '1.6': { value: true }, '7.4': { value: ['z'] } }, { unit: '48' }))).toEqual([
      'criteria-set-not-for-unit unit',
      'option-unknown answers.7.4.value',
    ]);
  });

  test.each<[string, string, object, string[]]>([
    ['an unknown code', '99.1', { value: 1 }, ['criterion-unknown answers.99.1']],
    ['a key of every object', '__proto__', { value: 1 }, ['criterion-unknown answers.__proto__']],
    ['a criterion of other units', '7.4', { value: ['a'] }, ['criterion-does-not-apply answers.7.4']],
    ['a word for yes', '1.6', { value: 'yes' }, ['value-wrong-kind answers.1.6.value']],
    ['an unknown option', '1.7', { value: 'd' }, ['option-unknown answers.1.7.value']],
    ['an unknown item', '1.2', { value: ['a', 'z'] }, ['option-unknown answers.1.2.value']],
    ['an item twice', '1.2', { value: ['a', 'a'] }, ['option-repeated answers.1.2.value']],
    ['a negative figure', '1.5', { value: -1 }, ['number-negative answers.1.5.value']],
    ['no figure', '1.5', { value: 'NaN' }, ['number-malformed answers.1.5.value']],
    [
      'a figure that is too long',
      '1.5',
      { value: '1234567890123456' },
      ['number-too-large answers.1.5.value'],
    ],
    [
      'a denominator of 0',
      '2.4',
      { value: { numerator: 0, denominator: '0,0' } },
      ['denominator-zero answers.2.4.value.denominator'],
    ],
    [
      'a numerator above its denominator',
      '2.4',
      { value: { numerator: '2,1', denominator: 2 } },
      ['numerator-above-denominator answers.2.4.value.numerator'],
    ],
    ['half a ratio', '2.4', { value: { numerator: 1 } }, ['figure-missing answers.2.4.value.denominator']],
    [
      'half a ratio of tiers',
      '2.7',
      { value: { denominator: 1 } },
      ['figure-missing answers.2.7.value.numerator'],
    ],
    [
      'half a ratio in a part',
      '1.1',
      { value: { parts: ['a', { numerator: 1 }] } },
      ['figure-missing answers.1.1.value.parts.1.denominator'],
    ],
    ['too few parts', '1.1', { value: { parts: ['a'] } }, ['parts-count-wrong answers.1.1.value']],
    ['points above the maximum', '11.3', { value: '2,5' }, ['points-above-maximum answers.11.3.value']],
    ['points off the step', '11.3', { value: 1.2 }, ['points-off-step answers.11.3.value']],
    [
      'a reason where none is allowed',
      '11.1',
      { notApplicable: 'x' },
      ['not-applicable-refused answers.11.1.notApplicable'],
    ],
    ['a blank reason', '4.3', { notApplicable: ' ' }, ['reason-missing answers.4.3.notApplicable']],
    ['no reason at all', '4.3', { notApplicable: true }, ['reason-missing answers.4.3.notApplicable']],
    [
      'a figure and a reason',
      '4.3',
      { value: { numerator: 1, denominator: 1 }, notApplicable: 'x' },
      ['answer-contradictory answers.4.3'],
    ],
    ['an empty entry', '1.6', {}, ['answer-empty answers.1.6']],
    [
      'an entry of blanks',
      '1.6',
      { value: null, explanation: ' ', evidence: [] },
      ['answer-empty answers.1.6'],
    ],
    ['an unknown field', '1.6', { value: true, note: 'x' }, ['field-unknown answers.1.6.note']],
    [
      'an explanation that is no text',
      '1.6',
      { value: true, explanation: 1 },
      ['text-expected answers.1.6.explanation'],
    ],
    [
      'a long explanation',
      '1.6',
      { explanation: 'x'.repeat(10_001) },
      ['text-too-long answers.1.6.explanation'],
    ],
    ['evidence that is no list', '1.6', { evidence: {} }, ['list-expected answers.1.6.evidence']],
    ['evidence that is no card', '1.6', { evidence: ['x'] }, ['object-expected answers.1.6.evidence.0']],
    ['blank evidence', '1.6', { evidence: [{ number: ' ' }] }, ['document-blank answers.1.6.evidence.0']],
    [
      'a day that does not exist',
      '1.6',
      { evidence: [{ date: '31/02/2026' }] },
      ['date-malformed answers.1.6.evidence.0.date'],
    ],
    [
      'too many documents',
      '1.6',
      { evidence: Array.from({ length: 201 }, () => ({ number: 'x' })) },
      ['documents-too-many answers.1.6.evidence'],
    ],
  ])('%s', (_name, code, entry, expected) => {
    const text = JSON.stringify({ ...head, answers: {} }).replace(
      '"answers":{}',
      `"answers":{${JSON.stringify(code)}:${JSON.stringify(entry)}}`,
    );
    expect(faultsOf(readAnswers(text, content))).toEqual(expected);
  });

  test('one criterion under its code and its id, and one code twice: neither answer is dropped silently', () => {
    expect(faultsOf(read({ '1.6': { value: true }, 'px-006': { value: false } }))).toEqual([
      'criterion-repeated answers.px-006',
    ]);
    const text = JSON.stringify({ ...head, answers: { '1.6': { value: true } } });
    const twice = text.replace('"1.6"', '"1.6":{"value":false},"1.6"');
    expect(faultsOf(readAnswers(twice, content))).toEqual(['criterion-repeated answers.1.6']);
    const twiceInside = text.replace('"value":true', '"value":true,"value":false');
    expect(faultsOf(readAnswers(twiceInside, content))).toEqual(['key-repeated answers.1.6.value']);
  });

  test('all faults of a file come together', () => {
    const entries = {
      '99': { value: 1 },
      '1.6': { value: 1 },
      '2.4': { value: { numerator: 3, denominator: 2 } },
      '7.4': { value: [] },
    };
    expect(faultsOf(read(entries, { unit: '20242', extra: true }))).toHaveLength(5);
  });
});
