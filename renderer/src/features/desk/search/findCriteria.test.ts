import { describe, expect, it } from 'vitest';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { readContent, readMainSample } from '../../../../../test/helpers/content.ts';
import { findCriteria, indexCriteria } from './findCriteria.ts';

const criteria = listCriteria(readMainSample(readContent()).frame.set);
const entries = indexCriteria(criteria, 'vi');
const codes = (typed: string): readonly string[] => findCriteria(entries, typed).map(({ code }) => code);

describe('the search for criteria', () => {
  it('goes by the beginning of the code', () => {
    expect(codes('1.1')).toContain('1.1');
    expect(codes('11').every((code) => code.startsWith('11'))).toBe(true);
  });

  it('finds the same with and without diacritics, composed or not', () => {
    const found = codes('mạng nội bộ');
    expect(found[0]).toBe('3.2');
    expect(codes('mang noi bo')).toEqual(found);
    expect(codes('mạng nội bộ'.normalize('NFD'))).toEqual(found);
  });

  it('puts names before guidance, and shows everything while nothing is typed', () => {
    expect(codes('')).toHaveLength(criteria.length);
    const first = criteria[0];
    const word = first?.guidance.vi.split(' ').slice(0, 6).join(' ') ?? '';
    expect(codes(word)).toContain(first?.code);
    expect(codes('không có tiêu chí nào như thế này xyz')).toEqual([]);
  });
});
