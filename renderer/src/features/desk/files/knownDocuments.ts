import { namesDocument, type Answers, type Evidence } from '#shared/domain/assessment/answer.ts';

/** A document that stands somewhere in the assessment, and the criteria it stands at. */
export interface KnownDocument {
  readonly evidence: Evidence;
  readonly criterionIds: readonly string[];
}

/** Every different document of the assessment, in the order of the criteria. Cards that only differ in the page are one document. */
export function listKnownDocuments(
  answers: Answers,
  criterionIds: readonly string[],
): readonly KnownDocument[] {
  const known = new Map<string, { evidence: Evidence; criterionIds: string[] }>();
  for (const id of criterionIds) {
    for (const evidence of answers[id]?.evidence ?? []) {
      if (!namesDocument(evidence)) continue;
      const key = JSON.stringify([
        evidence.number,
        evidence.date,
        evidence.issuer,
        evidence.title,
        evidence.file?.sha256,
      ]);
      const before = known.get(key);
      if (!before) known.set(key, { evidence, criterionIds: [id] });
      else if (!before.criterionIds.includes(id)) before.criterionIds.push(id);
    }
  }
  return [...known.values()];
}

/** How many different files are attached and what they weigh together, in bytes: each is stored once. */
export function measureFiles(answers: Answers): { readonly count: number; readonly bytes: number } {
  const sizes = new Map<string, number>();
  for (const { evidence } of Object.values(answers)) {
    for (const { file } of evidence) if (file) sizes.set(file.sha256, file.size);
  }
  return { count: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}
