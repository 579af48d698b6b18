import type { CriteriaSet, Source } from '../domain/criteria/criteriaSet.ts';
import type { Words } from './words.ts';

/** A document that the set's targets come from; the table refers to it by letter. */
export interface Basis {
  readonly letter: string;
  readonly document: string;
  readonly text: string;
}

export function listBasis(set: CriteriaSet, { language, translate }: Words): readonly Basis[] {
  return set.documents.map((document, index) => {
    const letter = String.fromCodePoint('A'.charCodeAt(0) + index);
    const key = document.status === 'draft' ? 'report:basisDraft' : 'report:basisItem';
    return {
      letter,
      document: document.id,
      text: translate(key, { letter, title: document.title[language] }),
    };
  });
}

/** The letter of a criterion's source document; null where the set's makers chose the rule. */
export function letterOf(source: Source, basis: readonly Basis[]): string | null {
  if (source.kind === 'design') return null;
  return basis.find((entry) => entry.document === source.document)?.letter ?? null;
}
