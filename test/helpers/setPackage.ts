import { createHash } from 'node:crypto';
import { makeSigningKey } from '../../electron/backend/files/keys/signatures.ts';
import { writePackage } from '../../electron/backend/files/package/writePackage.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '../../shared/domain/criteria/setMap.ts';
import { valueOf } from './valueOf.ts';

/** Writes a criteria set as the city of Đà Nẵng would send it. */
export async function writeSetPackage(
  target: string,
  { set, maps }: { readonly set: CriteriaSet; readonly maps: SetMap[] },
): Promise<void> {
  const key = makeSigningKey(createHash('sha256').update('a city for tests').digest());
  valueOf(
    await writePackage({
      target,
      manifest: {
        kind: 'criteria-set',
        createdAt: '2026-11-21T03:04:05.000Z',
        producer: { app: 'Thước Số', version: '0.1.0', replica: 'r-thanh-pho' },
        sender: {
          role: 'city',
          unit: { code: '48', validFrom: '2025-07-01', name: 'Thành phố Đà Nẵng' },
        },
        introduces: [],
        subject: null,
      },
      document: { kind: 'criteria-set', set, maps, checks: null },
      evidence: [],
      key,
      encryption: null,
    }),
  );
}
