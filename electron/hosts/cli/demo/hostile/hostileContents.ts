import { createHash } from 'node:crypto';
import type { SigningKey } from '#backend/files/keys/signatures.ts';
import type { AssessmentDocument } from '#shared/format/package/newest.ts';
import type { HostileBase, HostileFile } from './hostileFile.ts';
import { sealingOf } from './hostileZips.ts';
import { sealParts, toBytes, type AnyManifest, type Sealing } from './sealParts.ts';
import { zipBytes } from './zipBytes.ts';

type Written = AssessmentDocument['changes'][number];

/** Files whose outside is in order and whose content must not come in. */
export function makeHostileContents(base: HostileBase): readonly HostileFile[] {
  return [
    ...makeForgeries(base),
    ...makeBadDocuments(base),
    ...makeBadOwners(base),
    ...makeBadHistories(base),
  ];
}

function makeForgeries(base: HostileBase): readonly HostileFile[] {
  const good = sealingOf(base);
  const parts = sealParts(good);
  const foreign = sealParts({ ...good, key: { ...base.key, sign: base.strangersKey.sign } });
  const other = toBytes({ ...base.document, signatures: [] });
  const swapped = parts.map((part) => (part.name === 'document.json' ? { ...part, content: other } : part));
  const inner = makeBundle(good, zipBytes(parts));
  return [
    {
      name: 'of-a-newer-version',
      code: 'package-too-new',
      bytes: zipBytes(sealParts({ ...good, version: 99 })),
    },
    { name: 'another-document', code: 'package-digest-wrong', bytes: zipBytes(swapped) },
    { name: 'a-forged-signature', code: 'package-signature-wrong', bytes: zipBytes(foreign) },
    { name: 'a-bundle-in-a-bundle', code: 'package-nested', bytes: makeBundle(good, inner) },
  ];
}

function makeBundle({ manifest, key }: Sealing, content: Buffer): Buffer {
  const path = `packages/${createHash('sha256').update(content).digest('hex')}.thuocso`;
  const document = toBytes({
    packages: [{ path, fileName: 'trong.thuocso', subject: manifest['subject'] ?? null }],
  });
  const others = [{ name: path, content, isStored: true }];
  return zipBytes(
    sealParts({ manifest: { ...manifest, kind: 'bundle', subject: null }, key, document, others }),
  );
}

function makeBadDocuments(base: HostileBase): readonly HostileFile[] {
  const good = sealingOf(base);
  const withText = (document: Uint8Array) => zipBytes(sealParts({ ...good, document }));
  const withSubject = (change: object) =>
    zipBytes(
      sealParts({ ...good, manifest: { ...base.manifest, subject: { ...subjectOf(base), ...change } } }),
    );
  const set = { id: 'bo-tieu-chi-khong-co', version: '9.9.9', digest: '0'.repeat(64) };
  const unit = {
    code: '99999',
    validFrom: '2025-07-01',
    name: 'Phường Không Có',
    kind: 'phuong',
    parentName: '',
  };
  return [
    {
      name: 'a-document-that-is-no-json',
      code: 'package-document-invalid',
      bytes: withText(Buffer.from('{"replicas":')),
    },
    {
      name: 'deeply-nested-json',
      code: 'package-document-invalid',
      bytes: withText(Buffer.from('['.repeat(50_000) + ']'.repeat(50_000))),
    },
    {
      name: 'a-huge-document',
      code: 'package-too-large',
      bytes: withText(Buffer.from(`"${'x'.repeat(33 * 1024 * 1024)}"`)),
    },
    {
      name: 'an-unknown-field',
      code: 'package-document-invalid',
      bytes: withText(toBytes({ ...base.document, more: 1 })),
    },
    {
      name: 'an-unknown-criteria-set',
      code: 'criteria-set-unknown',
      bytes: withSubject({ criteriaSet: set }),
    },
    { name: 'an-unknown-unit', code: 'unit-unknown', bytes: withSubject({ unit }) },
  ];
}

function makeBadOwners(base: HostileBase): readonly HostileFile[] {
  const good = sealingOf(base);
  const { unit, key } = base.neighbour;
  const withSender = (sender: object, signer: SigningKey) =>
    zipBytes(sealParts({ ...good, key: signer, manifest: { ...base.manifest, sender } }));
  return [
    { name: 'of-a-neighbour', code: 'signer-not-owner', bytes: withSender({ role: 'commune', unit }, key) },
    {
      name: 'of-an-aggregator',
      code: 'stage-not-owned',
      bytes: withSender({ role: 'aggregator', unit }, base.strangersKey),
    },
  ];
}

function makeBadHistories(base: HostileBase): readonly HostileFile[] {
  const good = sealingOf(base);
  const { changes } = base.document;
  const withChanges = (written: readonly Written[], signatures = base.document.signatures) =>
    zipBytes(sealParts({ ...good, document: toBytes({ ...base.document, changes: written, signatures }) }));
  const chain = changes.find(({ replaced }) => replaced.length > 0);
  const past = new Set(chain?.replaced.map((dot) => dot.join()));
  const ofHeader = changes.find(({ criterion }) => criterion === 'header');
  const altered = changes.map((change) => (change === ofHeader ? { ...change, value: 'khác' } : change));
  const withoutPast = changes.filter(({ dot }) => !past.has(dot.join()));
  // A signature that does not fit would be the first thing to be seen.
  return [
    {
      name: 'an-edit-told-twice',
      code: 'history-contradicts',
      bytes: withChanges([...changes, ...changes.slice(0, 1)], []),
    },
    { name: 'an-edit-without-its-past', code: 'history-incomplete', bytes: withChanges(withoutPast, []) },
    { name: 'changed-after-the-signature', code: 'signature-not-of-content', bytes: withChanges(altered) },
    { name: 'an-absurd-figure', code: 'number-too-large', bytes: withChanges(makeAbsurd(changes)) },
  ];
}

/** The first pair of figures is one that no commune can count. */
function makeAbsurd(changes: readonly Written[]): readonly Written[] {
  const isPair = ({ value }: Written) => typeof value === 'object' && value !== null && 'numerator' in value;
  const first = changes.find(isPair);
  const value = { numerator: '9'.repeat(40), denominator: '9'.repeat(41) };
  return changes.map((change) => (change === first ? { ...change, value } : change));
}

function subjectOf({ manifest }: HostileBase): AnyManifest {
  return manifest['subject'] as AnyManifest;
}
