import {
  vocabularies,
  type ReadWord,
  type VocabularyName,
  type WordOf,
} from '#shared/format/authoring/layout.ts';
import type { Language } from '#shared/api/contract.ts';
import type { AuthoringTranslate } from '#shared/report/describeSetFault.ts';
import { createTranslate } from '../translate.ts';
import { wordOfId } from './authoringLists.ts';

/** Words of the workbook in which a set is written, and of its faults. */
export function createAuthoringTranslate(language: Language): AuthoringTranslate {
  const translate = createTranslate(language) as unknown as (key: string, params?: object) => string;
  return (key, params) => translate(`authoring:${key}`, { ...params });
}

/** Reads words of either language, without regard to capitals, nor to diacritics where that leaves one meaning. */
export function createReadWord(): ReadWord {
  const known = new Map<VocabularyName, readonly KnownWord[]>();
  const translations = [createAuthoringTranslate('vi'), createAuthoringTranslate('en')];
  for (const name of Object.keys(vocabularies) as VocabularyName[]) {
    const words = vocabularies[name].flatMap((id) =>
      translations.map((translate): KnownWord => ({ id, word: lower(wordOfId(name, id, translate)) })),
    );
    known.set(name, words);
  }
  return <N extends VocabularyName>(name: N, text: string) =>
    findWord(known.get(name) ?? [], text) as WordOf<N> | undefined;
}

interface KnownWord {
  readonly id: string;
  readonly word: string;
}

function findWord(words: readonly KnownWord[], text: string): string | undefined {
  const exact = words.find(({ word }) => word === lower(text));
  if (exact) return exact.id;
  // “Điểm thường” and “Điểm thưởng” differ by nothing but a diacritic.
  const alike = new Set(words.filter(({ word }) => plain(word) === plain(text)).map(({ id }) => id));
  return alike.size === 1 ? [...alike][0] : undefined;
}

function lower(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

function plain(text: string): string {
  return lower(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
