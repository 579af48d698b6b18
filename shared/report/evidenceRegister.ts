import { namesDocument, type Evidence } from '../domain/assessment/answer.ts';
import type { CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import { formatDate } from './formatFigure.ts';
import type { Words } from './words.ts';

/** A document of the evidence list; table cells refer to it by number. */
export interface NumberedDocument {
  readonly number: number;
  /** Number, date, issuer, title and file, as far as given. */
  readonly text: string;
  readonly usedFor: string;
}

export interface EvidenceRegister {
  readonly documents: readonly NumberedDocument[];
  /** References of a criterion's documents with their pages, by criterion id: `[1] tr. 2`; only the first of many. */
  readonly references: ReadonlyMap<string, readonly string[]>;
}

interface Entry {
  readonly evidence: Evidence;
  readonly number: number;
  readonly uses: string[];
}

/** Numbers the documents of all criteria in printed order; the same document cited twice is listed once. */
export function collectEvidence(criteria: readonly CriterionScore[], words: Words): EvidenceRegister {
  const entries = new Map<string, Entry>();
  const references = new Map<string, readonly string[]>();
  for (const { criterion, answer } of criteria) {
    const cited = answer.evidence.filter(namesDocument).map((evidence) => {
      const key = identityOf(evidence);
      const entry = entries.get(key) ?? { evidence, number: entries.size + 1, uses: [] };
      entries.set(key, entry);
      const page = tidy(evidence.page);
      const use = useOf(criterion.code, page, words);
      if (!entry.uses.includes(use)) entry.uses.push(use);
      return referenceOf(entry.number, page, words);
    });
    references.set(criterion.id, shorten([...new Set(cited)], words));
  }
  const documents = [...entries.values()].map(({ evidence, number, uses }) => ({
    number,
    text: describeDocument(evidence, words),
    usedFor: words.translate('report:evidenceUsed', { codes: uses.join(', ') }),
  }));
  return { documents, references };
}

/** Two cards are one document when number, date, issuer and title agree, whatever page each cites. */
function identityOf(evidence: Evidence): string {
  const texts = [evidence.number, evidence.date, evidence.issuer, evidence.title];
  const file = evidence.number.trim() === '' && evidence.title.trim() === '' ? evidence.file?.sha256 : '';
  return JSON.stringify([...texts.map((text) => tidy(text).toLocaleLowerCase('vi')), file ?? '']);
}

/** What fits into the narrow column; a longer page reference stands in the list only. */
const pageLetters = 16;

function referenceOf(number: number, page: string, { translate }: Words): string {
  return page === '' || page.length > pageLetters
    ? translate('report:evidenceRef', { number })
    : translate('report:evidencePage', { number, page });
}

/** More than these do not fit their cell; the list names the criterion with each of its documents. */
const mostReferences = 8;

function shorten(references: readonly string[], { translate }: Words): readonly string[] {
  if (references.length <= mostReferences) return references;
  return [...references.slice(0, mostReferences), translate('report:evidenceMore')];
}

function useOf(code: string, page: string, { translate }: Words): string {
  return page === '' ? code : translate('report:evidenceUse', { code, page });
}

function describeDocument(evidence: Evidence, { translate }: Words): string {
  const number = tidy(evidence.number);
  const date = formatDate(evidence.date);
  const identity =
    number !== '' && date !== ''
      ? translate('report:evidenceNumberDate', { number, date })
      : number !== ''
        ? translate('report:evidenceNumber', { number })
        : date !== ''
          ? translate('report:evidenceDate', { date })
          : '';
  const file =
    evidence.file === undefined ? '' : translate('report:evidenceFile', { name: tidy(evidence.file.name) });
  return [identity, tidy(evidence.issuer), tidy(evidence.title), file]
    .filter((text) => text !== '')
    .join('; ');
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
