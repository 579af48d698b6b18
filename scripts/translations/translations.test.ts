import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCatalogueFaults } from './catalogueFaults.ts';
import { readTexts } from './catalogueFiles.ts';
import { findUnusedKeys } from './usedKeys.ts';

const vi = {
  'app:save': 'Lưu',
  'app:files_other': '{{count}} tệp',
  'errors:disk-full': 'Đĩa {{name}} đã đầy.',
};
const en = {
  'app:save': 'Save',
  'app:files_one': 'One file',
  'app:files_other': '{{count}} files',
  'errors:disk-full': 'The disk {{name}} is full.',
};

function faultsOf(changes: { vi?: Record<string, string>; en?: Record<string, string>; codes?: string[] }) {
  const texts = {
    vi: new Map(Object.entries({ ...vi, ...changes.vi })),
    en: new Map(Object.entries({ ...en, ...changes.en })),
  };
  return findCatalogueFaults(texts, changes.codes ?? ['disk-full']);
}

describe('the texts', () => {
  test('without a fault are accepted, plural forms of both languages included', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each<[string, Parameters<typeof faultsOf>[0], string]>([
    ['a text missing in English', { vi: { 'app:close': 'Đóng' } }, 'en app:close: missing'],
    ['a text missing in Vietnamese', { en: { 'app:close': 'Close' } }, 'vi app:close: missing'],
    [
      'another placeholder',
      { en: { 'errors:disk-full': 'The disk {{label}} is full.' } },
      'errors:disk-full: vi has the placeholders [name], en [label]',
    ],
    [
      'another placeholder in a plural',
      { en: { 'app:files_other': '{{number}} files' } },
      'app:files_other: vi has the placeholders [count], en [number]',
    ],
    [
      'a singular form in Vietnamese',
      { vi: { 'app:files_one': '{{count}} tệp' } },
      'vi app:files: needs the plural forms other, has other, one',
    ],
    [
      'an English plural without a singular',
      { vi: { 'app:units_other': '{{count}} đơn vị' }, en: { 'app:units_other': '{{count}} units' } },
      'en app:units: needs the plural forms one, other, has other',
    ],
    [
      'an error without a sentence',
      { codes: ['disk-full', 'unexpected'] },
      'vi errors:unexpected: this error has no sentence',
    ],
    [
      'a sentence for no error',
      { vi: { 'errors:gone': 'Mất.' }, en: { 'errors:gone': 'Gone.' } },
      'en errors:gone: there is no such error code',
    ],
    [
      'text that is not NFC',
      { vi: { 'app:save': 'Lưu lại'.normalize('NFD') } },
      'vi app:save: not in Unicode form NFC',
    ],
    ['an empty text', { en: { 'app:save': ' ' } }, 'en app:save: empty'],
    [
      'a broken placeholder',
      { en: { 'app:save': 'Save {name}' } },
      'en app:save: a brace outside of {{placeholder}}',
    ],
  ])('with %s are refused', (_, changes, fault) => {
    expect(faultsOf(changes)).toContain(fault);
  });

  test('are read with nested keys joined by dots, and a key given twice is refused', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
    mkdirSync(path.join(folder, 'vi'));
    writeFileSync(path.join(folder, 'vi', 'app.json'), '{ "verdict": { "open": "Chưa rõ" } }');
    expect([...readTexts(folder, 'vi')]).toEqual([['app:verdict.open', 'Chưa rõ']]);
    writeFileSync(path.join(folder, 'vi', 'app.json'), '{ "save": "Lưu", "save": "Ghi" }');
    expect(() => readTexts(folder, 'vi')).toThrow('duplicated mapping key');
    rmSync(folder, { recursive: true });
  });
});

describe('a key', () => {
  const keys = ['desk:title', 'desk:files_other', 'desk:verdict.open', 'desk:verdict.reached', 'app:title'];
  const unused = (...texts: string[]) =>
    findUnusedKeys(keys, new Map(texts.map((text, index) => [`file${index}.tsx`, text])));

  test('is used when its full name stands in the code', () => {
    expect(unused(`t('app:title'); const key = 'desk:title';`)).not.toContain('app:title');
    expect(unused(`t('app:title')`)).toContain('desk:title');
  });

  test('is used when the file names its namespace', () => {
    expect(unused(`const { t } = useTranslation('desk'); t('title'); t('files', { count });`)).toEqual([
      'desk:verdict.open',
      'desk:verdict.reached',
      'app:title',
    ]);
    expect(unused(`function label(t: TFunction<'desk'>) { return t('title'); }`)).not.toContain('desk:title');
  });

  test('is not used when only another file names its namespace', () => {
    expect(unused(`useTranslation('desk')`, `t('title')`)).toContain('desk:title');
  });

  test('is used when a template with a fixed beginning fits it', () => {
    expect(unused('t(`desk:verdict.${state}`)')).toEqual(['desk:title', 'desk:files', 'app:title']);
    expect(unused('useTranslation("desk"); t(`verdict.${state}ed`)')).toContain('desk:verdict.open');
    expect(unused('useTranslation("desk"); t(`verdict.${state}ed`)')).not.toContain('desk:verdict.reached');
  });

  test('is not used by a template that fits everything', () => {
    expect(unused('useTranslation("desk"); t(`${key}`)')).toHaveLength(5);
  });

  test('that only a comment names is not used', () => {
    expect(unused(`// t('app:title')`)).toContain('app:title');
  });
});
