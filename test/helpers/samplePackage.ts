import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeSigningKey, type SigningKey } from '#backend/files/keys/signatures.ts';
import type { AttachedFile } from '#backend/files/package/writePackage.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import { digestOfLog } from '#backend/usecases/imports/digestOfLog.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { toAssessmentDocument } from '#shared/format/package/changeLog.ts';
import type { ManifestDraft, PackageDocument, PackageSubject } from '#shared/format/package/newest.ts';

const published = path.resolve(import.meta.dirname, '../../criteria/published.json');
const setDigest = readDigest('da-nang-phuong-xa@1.0.0');

function readDigest(set: string): string {
  const digests = JSON.parse(readFileSync(published, 'utf8')) as Readonly<Record<string, string>>;
  return digests[set] ?? '';
}

/** A key that is the same in every run; packages of tests only. */
export const sampleKey: SigningKey = makeSigningKey(createHash('sha256').update('sample key').digest());

export const sampleSubject: PackageSubject = {
  unit: {
    code: '20242',
    validFrom: '2025-07-01',
    name: 'Phường Hải Châu',
    kind: 'phuong',
    parentName: 'Thành phố Đà Nẵng',
  },
  period: '2026',
  criteriaSet: { id: 'da-nang-phuong-xa', version: '1.0.0', digest: setDigest },
  revision: 1,
  contentDigest: contentDigestOfSample(),
  masked: false,
  evidenceFiles: 'included',
};

/** What every sample says of who made it; `kind` and `subject` follow. */
export const sampleHead = {
  createdAt: '2026-11-21T03:04:05.000Z',
  producer: { app: 'Thước Số', version: '0.1.0', replica: 'r-hai-chau' },
  sender: { role: 'commune', unit: { code: '20242', validFrom: '2025-07-01', name: 'Phường Hải Châu' } },
  introduces: [],
} satisfies Partial<ManifestDraft>;

export const assessmentManifest: ManifestDraft = {
  ...sampleHead,
  kind: 'assessment',
  subject: sampleSubject,
};

/** Writes a file of evidence and says what a package and a card need to know of it. */
export function makeEvidence(folder: string, name: string, content: Uint8Array): AttachedFile {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return { file, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Edits of one commune's assessment by two officers, one of them decided against the other. */
export function sampleChanges(evidence: readonly AttachedFile[] = []): readonly Change[] {
  const cards = evidence.map(({ sha256, size }, index) => ({
    number: '12/QĐ-UBND',
    date: '2026-03-05',
    issuer: 'UBND phường Hải Châu',
    title: 'Quyết định về chuyển đổi số',
    page: '1',
    file: { sha256, size, name: `quyet-dinh-${String(index + 1)}.pdf` },
  }));
  return [
    edit(['r-hai-chau', 1], 'px-011', 'value', '{"denominator":"120","numerator":"96"}'),
    edit(['r-van-hoa', 1], 'px-011', 'value', '{"denominator":"120","numerator":"97"}'),
    edit(['r-hai-chau', 2], 'px-011', 'value', '{"denominator":"120","numerator":"97"}', [
      ['r-hai-chau', 1],
      ['r-van-hoa', 1],
    ]),
    edit(['r-van-hoa', 2], 'px-006', 'evidence', toCanonicalJson(cards)),
    edit(['r-van-hoa', 3], 'px-006', 'value', 'true'),
    edit(['r-hai-chau', 3], 'header', 'contactName', '"Nguyễn Thị Ánh"'),
    edit(['r-hai-chau', 4], 'px-004', 'explanation', '"Chưa có số liệu \\"quý IV\\"."'),
  ];
}

/** What signatures and manifests say of the sample's content. */
export function contentDigestOfSample(evidence: readonly AttachedFile[] = []): string {
  const frame = { unitCode: '20242', period: '2026', setDigest };
  return digestOfLog(frame, sampleChanges(evidence));
}

function edit(
  dot: Change['dot'],
  criterionId: string,
  field: string,
  valueText: string,
  replaced: Change['replaced'] = [],
): Change {
  return {
    dot,
    stage: 'self',
    criterionId,
    field,
    valueText,
    replaced,
    author: dot[0] === 'r-hai-chau' ? 'Trần Văn Bình' : '',
    changedAt: `2026-11-20T0${String(dot[1])}:00:00.000Z`,
  };
}

export function assessmentDocument(evidence: readonly AttachedFile[] = []): PackageDocument {
  const document = toAssessmentDocument(sampleChanges(evidence), [
    {
      id: 's-1',
      revision: 1,
      name: 'Lê Văn Chính',
      title: 'Chủ tịch UBND phường',
      place: 'Hải Châu',
      date: '2026-11-20',
      signedAt: '2026-11-20T09:00:00.000Z',
      digest: contentDigestOfSample(evidence),
      seen: { 'r-hai-chau': 4, 'r-van-hoa': 3 },
      recall: null,
    },
  ]);
  return { kind: 'assessment', ...document };
}
