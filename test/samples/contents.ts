import { hash } from 'node:crypto';
import path from 'node:path';
import { loadContent } from '#backend/files/content.ts';
import { toIdentity, toRecipient } from '#backend/files/keys/ageKeys.ts';
import type { Encryption } from '#backend/files/keys/age.ts';
import { makeSigningKey, type SigningKey } from '#backend/files/keys/signatures.ts';
import type { AttachedFile } from '#backend/files/package/writePackage.ts';
import { packagePath } from '#backend/files/package/entryNames.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { maskLog } from '#shared/domain/merge/maskLog.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { toAssessmentDocument, toWrittenLog } from '#shared/format/package/changeLog.ts';
import type {
  ManifestDraft,
  PackageDocument,
  PackageSender,
  ReviewResult,
} from '#shared/format/package/newest.ts';
import {
  assessmentDocument,
  contentDigestOfSample,
  sampleChanges,
  sampleHead,
  sampleKey,
  sampleSubject,
} from '../helpers/samplePackage.ts';
import { valueOf } from '../helpers/valueOf.ts';

/** What a sample is made of. */
export interface Sample {
  readonly name: string;
  readonly manifest: ManifestDraft;
  readonly document: PackageDocument;
  readonly evidence: readonly AttachedFile[];
  readonly encryption: Encryption | null;
  readonly key: SigningKey;
}

/** Not a secret: it opens the samples and nothing else. */
export const samplePassphrase = 'mật khẩu mẫu';
const scalar = Buffer.from(hash('sha256', 'sample identity', 'hex'), 'hex');
export const sampleIdentity = toIdentity(scalar);
export const sampleRecipient = toRecipient(scalar);

const aggregatorKey = makeSigningKey(Buffer.from(hash('sha256', 'sample aggregator', 'hex'), 'hex'));

const aggregator: PackageSender = {
  role: 'aggregator',
  unit: { code: '48', validFrom: '2025-07-01', name: 'Thành phố Đà Nẵng' },
};

const aggregatorHead = {
  ...sampleHead,
  producer: { ...sampleHead.producer, replica: 'r-da-nang' },
  sender: aggregator,
};

/** Assessments: whole, masked, and encrypted in both ways. */
export function listAssessmentSamples(evidence: readonly AttachedFile[]): readonly Sample[] {
  const subject = { ...sampleSubject, contentDigest: contentDigestOfSample(evidence) };
  const manifest: ManifestDraft = { ...sampleHead, kind: 'assessment', subject };
  const document = assessmentDocument(evidence);
  const signatures = document.kind === 'assessment' ? document.signatures : [];
  const whole = { manifest, document, evidence, encryption: null, key: sampleKey };
  return [
    { ...whole, name: 'assessment' },
    {
      name: 'assessment-masked',
      manifest: { ...manifest, subject: { ...subject, masked: true, evidenceFiles: 'omitted' } },
      document: {
        kind: 'assessment',
        ...toAssessmentDocument(maskLog(sampleChanges(evidence)), signatures),
      },
      evidence: [],
      encryption: null,
      key: sampleKey,
    },
    {
      ...whole,
      name: 'assessment-passphrase',
      encryption: { kind: 'passphrase', passphrase: samplePassphrase },
    },
    {
      ...whole,
      name: 'assessment-recipient',
      encryption: { kind: 'recipients', recipients: [sampleRecipient] },
    },
  ];
}

const sampleResult: ReviewResult = {
  stage: 'appraised',
  decidedAt: '2026-11-21T02:00:00.000Z',
  points: '241/3',
  max: '100',
  percent: '241/3',
  bonus: '1/2',
  penalty: '0',
  totalPercent: '485/6',
  criteriaMet: 58,
  criteriaApplicable: 73,
  verdicts: [
    { threshold: 'points-80', measure: 'points', at: '80', state: 'reached' },
    { threshold: 'criteria-80', measure: 'criteria', at: '80', state: 'not-reached' },
  ],
  band: 'kha',
  place: { rank: 3, of: 23, tied: 1, peerGroup: 'phuong' },
};

/** What travels back down, and what needs no assessment. */
export function listOtherSamples(assessment: { sha256: string; manifestSha256: string }): readonly Sample[] {
  const plain = { evidence: [], encryption: null, key: aggregatorKey };
  const subject = { ...sampleSubject, revision: 1 };
  const { revision, contentDigest } = subject;
  return [
    {
      ...plain,
      name: 'review',
      manifest: { ...aggregatorHead, kind: 'review', subject },
      document: {
        kind: 'review',
        ...toWrittenLog([
          {
            dot: ['r-da-nang', 1],
            stage: 'appraised',
            criterionId: 'px-006',
            field: 'appraisal',
            valueText: toCanonicalJson({
              decision: 'adjusted',
              points: '0.25',
              reason: 'Quyết định chưa nêu người chịu trách nhiệm.',
              answerDigest: hash('sha256', 'sample answer', 'hex'),
            }),
            replaced: [],
            author: 'Phạm Thị Dung',
            changedAt: '2026-11-21T02:00:00.000Z',
          },
        ]),
        signatures: [],
        basedOn: { revision, contentDigest },
        result: sampleResult,
      },
    },
    {
      ...plain,
      name: 'receipt',
      manifest: { ...aggregatorHead, kind: 'receipt', subject },
      document: {
        kind: 'receipt',
        of: {
          packageSha256: assessment.sha256,
          manifestSha256: assessment.manifestSha256,
          revision,
          contentDigest,
        },
        verdict: 'new',
        receivedAt: '2026-11-21T02:00:00.000Z',
        receiver: aggregator,
      },
    },
    {
      ...plain,
      name: 'criteria-set',
      manifest: { ...aggregatorHead, kind: 'criteria-set', subject: null },
      document: {
        kind: 'criteria-set',
        set: smallSet(),
        maps: [{ from: '0.9.0', changes: [{ from: 'mx-009', to: ['mx-001', 'mx-002'], keepsValue: false }] }],
        checks: null,
      },
    },
  ];
}

/** A set of two criteria, taken from a real one. */
function smallSet(): CriteriaSet {
  const folder = path.resolve(import.meta.dirname, '../../criteria');
  const { set } =
    valueOf(loadContent(folder)).sets.find((one) => one.set.id === 'hoi-an-xa-phuong-thong-minh') ?? {};
  const group = set?.groups[0];
  if (!set || !group) throw new Error('The set is not there');
  const criteria = group.criteria.slice(0, 2).map((criterion, index) => ({
    ...criterion,
    id: `mx-00${String(index + 1)}`,
    maxPoints: '50',
    rule: { kind: 'yes_no' as const },
    yearTargets: {},
  }));
  return { ...set, id: 'bo-tieu-chi-mau', groups: [{ ...group, id: 'mx-g01', criteria }] };
}

/** A bundle of packages that lie on the disk. */
export function bundleSample(packages: readonly (AttachedFile & { readonly name: string })[]): Sample {
  return {
    name: 'bundle',
    manifest: { ...aggregatorHead, kind: 'bundle', subject: null },
    document: {
      kind: 'bundle',
      packages: packages.map(({ name, sha256 }) => ({
        path: packagePath(sha256),
        fileName: `${name}.thuocso`,
        subject: sampleSubject,
      })),
    },
    evidence: packages,
    encryption: null,
    key: aggregatorKey,
  };
}
