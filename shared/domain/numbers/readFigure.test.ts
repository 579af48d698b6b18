import { describe, expect, it } from 'vitest';
import { readAmbiguous, readFigure, writeClearFigure, writeFigure } from './readFigure.ts';

describe('reading a typed figure', () => {
  it.each([
    ['', null],
    ['12', '12'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['0,125', '0.125'],
    ['1234', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234,5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['１２', '12'],
  ])('takes "%s" as %s', (typed, figure) => {
    expect(readFigure(typed)).toEqual({ ok: true, value: figure });
  });

  it.each(['1.234', '12,345', '999.000'])('asks what "%s" means', (typed) => {
    expect(readFigure(typed)).toMatchObject({
      ok: false,
      errors: [{ code: 'number-ambiguous', params: { text: typed } }],
    });
  });

  it.each([
    ['mười', 'number-malformed'],
    ['12 người', 'number-malformed'],
    ['1.23.456', 'number-malformed'],
    ['-3', 'number-negative'],
    ['1'.repeat(16), 'number-too-large'],
  ])('refuses "%s" with %s', (typed, code) => {
    expect(readFigure(typed)).toMatchObject({ ok: false, errors: [{ code }] });
  });

  it('offers both readings', () => {
    expect(readAmbiguous('1.234')).toEqual({ grouped: '1234', decimal: '1.234' });
    expect(readAmbiguous('0.234')).toBeNull();
  });

  it('writes figures with the decimal sign of the language', () => {
    expect(writeFigure('1234.5', 'vi')).toBe('1234,5');
    expect(writeFigure('1234.5', 'en')).toBe('1234.5');
    expect(writeFigure(null, 'vi')).toBe('');
  });

  it.each(['1.234', '0.234', '12.5', '1234', '1'])('reads %s again as it wrote it', (figure) => {
    expect(readFigure(writeClearFigure(figure, 'vi'))).toEqual({ ok: true, value: figure });
    expect(readFigure(writeClearFigure(figure, 'en'))).toEqual({ ok: true, value: figure });
  });
});
