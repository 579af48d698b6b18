import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';

type Language = 'vi' | 'en';

/** A criterion with its searched texts as plain letters. */
export interface SearchEntry {
  readonly criterion: Criterion;
  readonly name: string;
  readonly rest: string;
}

/** Folds the texts once, so that every key stroke only compares. */
export function indexCriteria(criteria: readonly Criterion[], language: Language): readonly SearchEntry[] {
  return criteria.map((criterion) => ({
    criterion,
    name: normaliseName(criterion.name[language]),
    rest: normaliseName(`${criterion.guidance[language]} ${criterion.evidence[language]}`),
  }));
}

/**
 * Criteria that fit what was typed, with or without diacritics: by the beginning of their code, else where every
 * word stands in the name, else where every word stands in name, guidance or evidence; in this order.
 */
export function findCriteria(entries: readonly SearchEntry[], typed: string): readonly Criterion[] {
  const text = typed.trim();
  if (/^\d[\d.]*$/u.test(text)) {
    return entries
      .filter(({ criterion }) => criterion.code === text || criterion.code.startsWith(text))
      .map(({ criterion }) => criterion);
  }
  const words = normaliseName(text)
    .split(' ')
    .filter((word) => word !== '');
  const inName = entries.filter(({ name }) => words.every((word) => name.includes(word)));
  const elsewhere = entries.filter(
    (entry) =>
      !inName.includes(entry) &&
      words.every((word) => entry.name.includes(word) || entry.rest.includes(word)),
  );
  return [...inName, ...elsewhere].map(({ criterion }) => criterion);
}
